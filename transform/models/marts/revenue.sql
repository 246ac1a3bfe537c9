-- What was invoiced before tax, by month, customer and item. What no item was sold for
-- is there too, under its kind: the sum is that of the invoices.
with

invoices as (

    select * from {{ ref('invoices') }}
    where not is_deleted

),

invoice_lines as (

    select * from {{ ref('invoice_lines') }}

),

amounts as (

    select
        realm_id,
        invoice_id,
        item_id,
        line_kind as revenue_kind,
        quantity,
        amount_in_total as revenue_amount
    from invoice_lines
    where counts_in_total or line_kind = 'discount'

    union all

    select
        realm_id,
        id as invoice_id,
        null as item_id,
        'linked_charge' as revenue_kind,
        null as quantity,
        linked_charges_amount as revenue_amount
    from invoices
    where linked_charges_amount != 0

),

final as (

    select
        invoices.realm_id,
        invoices.organization,
        date_trunc('month', invoices.txn_date::timestamp)::date as month_start_date,
        invoices.currency_code,
        invoices.customer_id,
        amounts.item_id,
        amounts.revenue_kind,
        sum(amounts.quantity) as quantity,
        sum(amounts.revenue_amount) as revenue_amount
    from amounts
    inner join invoices
        on
            amounts.realm_id = invoices.realm_id
            and amounts.invoice_id = invoices.id
    group by
        invoices.realm_id,
        invoices.organization,
        month_start_date,
        invoices.currency_code,
        invoices.customer_id,
        amounts.item_id,
        amounts.revenue_kind

)

select * from final
