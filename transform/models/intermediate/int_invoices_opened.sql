-- What an invoice's lines leave open of its total.
with

invoices as (

    select * from {{ ref('stg_quickbooks__invoices') }}

),

invoice_lines as (

    select * from {{ ref('int_invoice_lines_filtered') }}

),

sums as (

    select
        realm_id,
        invoice_id,
        count(*) as lines_loaded,
        coalesce(sum(amount_in_total), 0) as lines_amount,
        coalesce(sum(amount_in_total) filter (where line_kind = 'discount'), 0)
            as discounts_amount,
        coalesce(
            sum(amount_in_total) filter (where line_kind in ('shipping', 'gratuity')), 0
        ) as extras_amount,
        -- QuickBooks' own sub-total is the last of them, and in no group
        (
            array_agg(amount order by line_position desc nulls last) filter (
                where line_kind = 'subtotal' and line_path not like '%/%'
            )
        )[1] as subtotal_amount
    from invoice_lines
    group by realm_id, invoice_id

),

opened as (

    select
        sums.*,
        invoices.total_amount - invoices.tax_amount - sums.lines_amount as open_amount,
        -- the rule of QuickBooks' own figures; whether the sub-total holds shipping and
        -- tips has not been seen
        invoices.total_amount - invoices.tax_amount - sums.discounts_amount
        in (sums.subtotal_amount, sums.subtotal_amount + sums.extras_amount)
            as is_confirmed
    from sums
    inner join invoices
        on
            sums.realm_id = invoices.realm_id
            and sums.invoice_id = invoices.id
    where sums.lines_loaded >= coalesce(invoices.line_count, 0)

)

select * from opened
