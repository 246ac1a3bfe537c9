with

invoices as (

    select * from {{ ref('stg_quickbooks__invoices') }}

),

invoice_lines as (

    select * from {{ ref('stg_quickbooks__invoice_lines') }}

),

present as (

    -- a line that its invoice lost keeps the version of the day it was last seen
    select invoice_lines.*
    from invoice_lines
    inner join invoices
        on
            invoice_lines.realm_id = invoices.realm_id
            and invoice_lines.invoice_id = invoices.id
            and invoice_lines.ingested_at_utc
            is not distinct from invoices.ingested_at_utc
            and invoice_lines.last_updated_at_utc
            is not distinct from invoices.last_updated_at_utc
            and invoice_lines.sync_token
            is not distinct from invoices.sync_token

),

classified as (

    select
        *,
        case
            when detail_type = 'SubTotalLineDetail' then 'subtotal'
            when detail_type = 'DiscountLineDetail' then 'discount'
            when detail_type = 'GroupLineDetail' then 'group'
            when detail_type = 'TaxLineDetail' then 'tax'
            when detail_type in ('DescriptionOnly', 'DescriptionLineDetail')
                then 'description'
            when item_ref_value = 'SHIPPING_ITEM_ID' then 'shipping'
            when item_ref_value = 'GRATUITY_ITEM_ID' then 'gratuity'
            when detail_type = 'SalesItemLineDetail' then 'item'
            else 'other'
        end as line_kind
    from present

),

counted as (

    select
        *,
        case
            when line_path like '%/%'
                -- a window, not a join: its cost does not hang on row estimates
                then max(id) filter (where line_path not like '%/%') over (
                    partition by realm_id, invoice_id, split_part(line_path, '/', 1)
                )
        end as parent_line_id,
        line_kind in ('item', 'shipping', 'gratuity', 'other') as counts_in_total,
        case
            when line_kind = 'discount' then -coalesce(amount, 0)
            when line_kind in ('item', 'shipping', 'gratuity', 'other')
                then coalesce(amount, 0)
            else 0
        end as amount_in_total
    from classified

)

select * from counted
