-- Lines that count, less discounts, and tax add up to the invoice's total, to the cent.
with

invoices as (

    {{ settled_invoices() }}

),

lines as (

    {{ summed_lines() }}

)

select
    invoices.realm_id,
    invoices.id,
    invoices.total_amount,
    lines.lines_amount,
    invoices.tax_amount
from invoices
inner join lines
    on
        invoices.realm_id = lines.realm_id
        and invoices.id = lines.invoice_id
where invoices.total_amount is distinct from lines.lines_amount + invoices.tax_amount
