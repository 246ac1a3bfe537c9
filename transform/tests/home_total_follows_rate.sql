{{ config(severity='warn') }}
-- What QuickBooks gives in home currency is the total at the exchange rate, to a cent.
select * from {{ ref('findings') }}
where rule = 'home_total_follows_rate'
