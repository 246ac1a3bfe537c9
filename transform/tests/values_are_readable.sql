{{ config(severity='warn') }}
-- Each value that was sent could be read as what its column holds.
select * from {{ ref('findings') }}
where rule = 'value_is_readable'
