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
            and invoice_lines.ingested_at_utc = invoices.ingested_at_utc
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

group_lines as (

    select
        realm_id,
        invoice_id,
        line_path,
        id as parent_line_id
    from classified
    where line_kind = 'group'

),

counted as (

    select
        classified.*,
        group_lines.parent_line_id,
        classified.line_kind in ('item', 'shipping', 'gratuity', 'other')
            as counts_in_total,
        case
            when classified.line_kind = 'discount' then -classified.amount
            when
                classified.line_kind in ('item', 'shipping', 'gratuity', 'other')
                then classified.amount
            else 0
        end as amount_in_total
    from classified
    left join group_lines
        on
            classified.realm_id = group_lines.realm_id
            and classified.invoice_id = group_lines.invoice_id
            -- the path of line 2/1 leads over line 2
            and classified.line_path != group_lines.line_path
            and regexp_replace(classified.line_path, '/[^/]*$', '')
            = group_lines.line_path

)

select * from counted
