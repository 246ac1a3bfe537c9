with

source as (

    select * from {{ source('quickbooks', 'qb_items') }}

),

renamed as (

    select
        -- key
        realm_id,
        id,

        -- text
        organization,
        payload ->> 'Name' as item_name,
        payload ->> 'FullyQualifiedName' as fully_qualified_name,
        payload ->> 'Type' as item_type,
        payload ->> 'Sku' as sku,
        payload ->> 'Description' as description,
        payload ->> 'PurchaseDesc' as purchase_description,
        payload #>> '{ParentRef,value}' as parent_ref_value,
        payload #>> '{IncomeAccountRef,value}' as income_account_ref_value,
        payload #>> '{ExpenseAccountRef,value}' as expense_account_ref_value,
        payload #>> '{AssetAccountRef,value}' as asset_account_ref_value,

        -- numbers
        (payload ->> 'UnitPrice')::numeric as unit_price,
        (payload ->> 'PurchaseCost')::numeric as purchase_cost,
        (payload ->> 'QtyOnHand')::numeric as quantity_on_hand,
        (payload ->> 'ReorderPoint')::numeric as reorder_point,
        (payload ->> 'Level')::integer as hierarchy_level,

        -- claims
        coalesce((payload ->> 'Active')::boolean, true) as is_active,
        coalesce((payload ->> 'SubItem')::boolean, false) as is_sub_item,
        (payload ->> 'Taxable')::boolean as is_taxable,
        coalesce((payload ->> 'TrackQtyOnHand')::boolean, false)
            as is_quantity_tracked,

        -- dates
        (payload ->> 'InvStartDate')::date as inventory_start_date,

        -- objects
        {{ custom_fields_object('payload') }} as custom_fields,

        -- times and version
        (payload #>> '{MetaData,CreateTime}')::timestamptz as created_at_utc,
        {{ as_utc('last_updated_at_utc') }} as last_updated_at_utc,
        sync_token,
        {{ as_utc('ingested_at_utc') }} as ingested_at_utc
    from source

)

select * from renamed
