{{ config(severity='warn') }}
-- Values that every object of its kind has are there: dates, totals, amounts, names.
select * from {{ ref('findings') }}
where rule = 'value_is_there'
