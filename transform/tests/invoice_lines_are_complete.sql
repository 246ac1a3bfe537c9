-- Every line of every invoice is there: as many rows as the invoice's payload lists.
-- Asked last, so that one invoice keeps no table from being built:
-- depends_on: {{ ref('findings') }}, {{ ref('revenue') }}
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
