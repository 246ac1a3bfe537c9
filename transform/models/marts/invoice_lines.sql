{{
    config(
        indexes=[
            {'columns': ['realm_id', 'invoice_id']},
            {'columns': ['realm_id', 'item_id']},
        ]
    )
}}

with

invoice_lines as (

    select * from {{ ref('int_invoice_lines_filtered') }}

),

invoices as (

    select * from {{ ref('invoices') }}

),

items as (

    select * from {{ ref('items') }}

),

described as (

    select * from {{ ref('int_described_lines_counted') }}

),

final as (

    select
        invoice_lines.realm_id,
        invoice_lines.id,
        invoices.organization,
        invoice_lines.invoice_id,
        invoice_lines.line_position,
        invoice_lines.line_path,
        invoice_lines.qbo_line_id,
        invoice_lines.parent_line_id,
        invoice_lines.line_kind,
        invoice_lines.detail_type,
        invoice_lines.description,
        invoice_lines.item_ref_value,
        invoice_lines.item_ref_name,
        -- null for QuickBooks' pseudo items, and while the item is not loaded
        items.id as item_id,
        invoice_lines.account_ref_value,
        invoice_lines.tax_code_ref_value,
        invoice_lines.class_ref_value,
        invoice_lines.service_date,
        invoice_lines.quantity,
        invoice_lines.unit_price,
        invoice_lines.discount_percent,
        invoices.currency_code,
        invoice_lines.amount,
        invoice_lines.tax_inclusive_amount,
        invoice_lines.counts_in_total or described.id is not null
            as counts_in_total,
        case
            when described.id is not null then invoice_lines.amount
            else invoice_lines.amount_in_total
        end as amount_in_total,
        invoice_lines.odd_values,
        invoices.is_voided,
        invoices.is_deleted,
        invoice_lines.last_updated_at_utc,
        invoice_lines.sync_token,
        invoice_lines.ingested_at_utc
    from invoice_lines
    inner join invoices
        on
            invoice_lines.realm_id = invoices.realm_id
            and invoice_lines.invoice_id = invoices.id
    left join described
        on
            invoice_lines.realm_id = described.realm_id
            and invoice_lines.id = described.id
    left join items
        on
            invoice_lines.realm_id = items.realm_id
            and invoice_lines.item_ref_value = items.id

)

select * from final
