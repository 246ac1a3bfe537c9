{{ config(severity='warn') }}
-- Lines that count, less discounts, charges without a line, and tax add up to the
-- invoice's total, exactly.
select * from {{ ref('findings') }}
where rule = 'invoice_total_is_lines_and_tax'
