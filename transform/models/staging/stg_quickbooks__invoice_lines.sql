with

source as (

    select * from {{ source('quickbooks', 'qb_invoice_lines') }}

),

detailed as (

    -- QuickBooks puts a line's own fields under the name of its kind
    select
        *,
        coalesce(payload -> detail_type, '{}'::jsonb) as detail
    from source

),

renamed as (

    select
        -- key
        realm_id,
        id,
        invoice_id,

        -- text
        organization,
        line_path,
        payload ->> 'Id' as qbo_line_id,
        detail_type,
        payload ->> 'Description' as description,
        coalesce(
            detail #>> '{ItemRef,value}', detail #>> '{GroupItemRef,value}'
        ) as item_ref_value,
        coalesce(
            detail #>> '{ItemRef,name}', detail #>> '{GroupItemRef,name}'
        ) as item_ref_name,
        coalesce(
            detail #>> '{ItemAccountRef,value}',
            detail #>> '{DiscountAccountRef,value}'
        ) as account_ref_value,
        detail #>> '{TaxCodeRef,value}' as tax_code_ref_value,
        detail #>> '{ClassRef,value}' as class_ref_value,

        -- money, in the invoice's currency
        (payload ->> 'Amount')::numeric as amount,
        (detail ->> 'UnitPrice')::numeric as unit_price,
        (detail ->> 'TaxInclusiveAmt')::numeric as tax_inclusive_amount,

        -- numbers
        line_position::integer as line_position,
        coalesce(
            (detail ->> 'Qty')::numeric, (detail ->> 'Quantity')::numeric
        ) as quantity,
        (detail ->> 'DiscountPercent')::numeric as discount_percent,

        -- dates
        (detail ->> 'ServiceDate')::date as service_date,

        -- version of the invoice that brought the line
        {{ as_utc('last_updated_at_utc') }} as last_updated_at_utc,
        sync_token,
        {{ as_utc('ingested_at_utc') }} as ingested_at_utc
    from detailed

)

select * from renamed
