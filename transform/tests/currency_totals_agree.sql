{{ config(severity='warn') }}
-- Per company and currency: invoices and their lines tell the same amount.
with

invoices as (

    {{ settled_invoices() }}

)

select
    realm_id,
    currency_code,
    sum(total_amount) as invoiced,
    sum(lines_amount + linked_charges_amount + tax_amount) as summed
from invoices
group by realm_id, currency_code
having
    sum(total_amount)
    is distinct from sum(lines_amount + linked_charges_amount + tax_amount)
