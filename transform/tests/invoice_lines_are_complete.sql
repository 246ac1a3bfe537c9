-- Every line of every invoice is there: as many rows as the invoice's payload lists.
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
    invoices.line_count as lines_sent,
    coalesce(lines.line_count, 0) as lines_loaded
from invoices
left join lines
    on
        invoices.realm_id = lines.realm_id
        and invoices.id = lines.invoice_id
where invoices.line_count != coalesce(lines.line_count, 0)
