-- What QuickBooks gives in home currency is the total at the exchange rate, to a cent.
select
    realm_id,
    id,
    total_amount,
    exchange_rate,
    home_total_amount
from {{ ref('invoices') }}
where abs(home_total_amount - round(total_amount * exchange_rate, 2)) > 0.01
