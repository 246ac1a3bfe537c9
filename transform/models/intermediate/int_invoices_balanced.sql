-- Charges that QuickBooks counts and gives no line: what is open although its own
-- sub-total agrees with the total.
with

opened as (

    select * from {{ ref('int_invoices_opened') }}

),

described as (

    select distinct
        realm_id,
        invoice_id
    from {{ ref('int_described_lines_counted') }}

),

final as (

    select
        opened.realm_id,
        opened.invoice_id,
        opened.open_amount as linked_charges_amount
    from opened
    left join described
        on
            opened.realm_id = described.realm_id
            and opened.invoice_id = described.invoice_id
    where
        opened.is_confirmed
        and opened.open_amount != 0
        and described.invoice_id is null

)

select * from final
