-- Every line of every invoice is there: as many rows as the invoice's payload lists.
with

invoices as (

    {{ settled_invoices() }}

)

select
    realm_id,
    id,
    lines_sent,
    lines_loaded
from invoices
where lines_sent != lines_loaded
