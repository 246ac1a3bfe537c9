-- Per company and currency: invoices and their lines tell the same amount.
with

invoices as (

    {{ settled_invoices() }}

),

lines as (

    {{ summed_lines() }}

)

select
    invoices.realm_id,
    invoices.currency_code,
    sum(invoices.total_amount) as invoiced,
    sum(coalesce(lines.lines_amount, 0) + invoices.tax_amount) as summed
from invoices
left join lines
    on
        invoices.realm_id = lines.realm_id
        and invoices.id = lines.invoice_id
group by invoices.realm_id, invoices.currency_code
having
    sum(invoices.total_amount)
    is distinct from sum(coalesce(lines.lines_amount, 0) + invoices.tax_amount)
