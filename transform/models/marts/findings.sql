-- What is odd in the objects themselves, one row per object and rule. Nobody but the
-- company can mend it, so it is told and stops nothing.
with

customers as (

    select * from {{ ref('customers') }}

),

items as (

    select * from {{ ref('items') }}

),

invoices as (

    select * from {{ ref('invoices') }}

),

invoice_lines as (

    select * from {{ ref('invoice_lines') }}

),

raw_lines as (

    select * from {{ ref('stg_quickbooks__invoice_lines') }}

),

raw_invoices as (

    select * from {{ ref('stg_quickbooks__invoices') }}

),

companies as (

    select * from {{ ref('stg_quickbooks__companies') }}

),

settled as (

    {{ settled_invoices() }}

),

odd_objects as (

    select
        'Customer' as object,
        realm_id,
        id,
        odd_values
    from customers
    union all
    select
        'Item' as object,
        realm_id,
        id,
        odd_values
    from items
    union all
    select
        'Invoice' as object,
        realm_id,
        id,
        odd_values
    from invoices
    union all
    select
        'InvoiceLine' as object,
        realm_id,
        id,
        odd_values
    from invoice_lines

),

all_findings as (

    select
        odd_objects.realm_id,
        odd_objects.object,
        odd_objects.id,
        odd.value ->> 'rule' as rule,
        odd.value ->> 'expected' as expected,
        odd.value ->> 'found' as found
    from odd_objects
    cross join lateral jsonb_array_elements(odd_objects.odd_values) as odd (value)

    union all

    select
        realm_id,
        'InvoiceLine' as object,
        id,
        'value_is_there' as rule,
        'Amount: a number' as expected,
        'nothing' as found
    from invoice_lines
    where amount is null and (counts_in_total or line_kind in ('discount', 'subtotal'))

    union all

    -- the total at the exchange rate, to a cent
    select
        realm_id,
        'Invoice' as object,
        id,
        'home_total_follows_rate' as rule,
        'HomeTotalAmt: ' || round(total_amount * exchange_rate, 2) as expected,
        home_total_amount::text as found
    from invoices
    where abs(home_total_amount - round(total_amount * exchange_rate, 2)) > 0.01

    union all

    -- lines that count, less discounts, charges without a line, and tax: exactly
    select
        realm_id,
        'Invoice' as object,
        id,
        'invoice_total_is_lines_and_tax' as rule,
        'TotalAmt: '
        || coalesce(
            (lines_amount + linked_charges_amount + tax_amount)::text, 'a readable tax'
        ) as expected,
        coalesce(total_amount::text, 'nothing') as found
    from settled
    where
        total_amount is distinct from lines_amount + linked_charges_amount + tax_amount

    union all

    select
        realm_id,
        'Invoice' as object,
        id,
        'reference_loaded' as rule,
        'Customer ' || customer_ref_value || ': a row' as expected,
        'not loaded' as found
    from invoices
    where customer_ref_value is not null and customer_id is null

    union all

    select
        realm_id,
        'InvoiceLine' as object,
        id,
        'reference_loaded' as rule,
        'Item ' || item_ref_value || ': a row' as expected,
        'not loaded' as found
    from invoice_lines
    where
        item_ref_value not in ('SHIPPING_ITEM_ID', 'GRATUITY_ITEM_ID')
        and item_id is null

    union all

    select
        raw_lines.realm_id,
        'InvoiceLine' as object,
        raw_lines.id,
        'reference_loaded' as rule,
        'Invoice ' || coalesce(raw_lines.invoice_id, '(none)') || ': a row' as expected,
        'not loaded' as found
    from raw_lines
    left join raw_invoices
        on
            raw_lines.realm_id = raw_invoices.realm_id
            and raw_lines.invoice_id = raw_invoices.id
    where raw_invoices.id is null

),

final as (

    select
        all_findings.realm_id,
        coalesce(companies.organization, all_findings.realm_id) as organization,
        all_findings.object,
        all_findings.id,
        all_findings.rule,
        all_findings.expected,
        all_findings.found
    from all_findings
    left join companies
        on all_findings.realm_id = companies.realm_id

)

select * from final
