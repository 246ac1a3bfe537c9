-- Lines that count, less discounts, and tax add up to the invoice's total, exactly.
with

invoices as (

    {{ settled_invoices() }}

)

select
    realm_id,
    id,
    total_amount,
    lines_amount,
    tax_amount
from invoices
where total_amount is distinct from lines_amount + tax_amount
