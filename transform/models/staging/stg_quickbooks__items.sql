{%- set fields = [
    ('item_name', 'text', 'Name'),
    ('fully_qualified_name', 'text', 'FullyQualifiedName'),
    ('item_type', 'text', 'Type'),
    ('sku', 'text', 'Sku'),
    ('description', 'text', 'Description'),
    ('purchase_description', 'text', 'PurchaseDesc'),
    ('parent_ref_value', 'reference', 'ParentRef.value'),
    ('income_account_ref_value', 'reference', 'IncomeAccountRef.value'),
    ('expense_account_ref_value', 'reference', 'ExpenseAccountRef.value'),
    ('asset_account_ref_value', 'reference', 'AssetAccountRef.value'),
    ('unit_price', 'number', 'UnitPrice'),
    ('purchase_cost', 'number', 'PurchaseCost'),
    ('quantity_on_hand', 'number', 'QtyOnHand'),
    ('reorder_point', 'number', 'ReorderPoint'),
    ('hierarchy_level', 'integer', 'Level'),
    ('told_active', 'claim', 'Active'),
    ('told_sub_item', 'claim', 'SubItem'),
    ('is_taxable', 'claim', 'Taxable'),
    ('told_tracked', 'claim', 'TrackQtyOnHand'),
    ('inventory_start_date', 'date', 'InvStartDate'),
    ('created_at_utc', 'instant', 'MetaData.CreateTime'),
] -%}

with

{{ opened('qb_items', fields) }},

final as (

    select
        -- key
        realm_id,
        id,

        -- text
        item_name,
        fully_qualified_name,
        item_type,
        sku,
        description,
        purchase_description,
        parent_ref_value,
        income_account_ref_value,
        expense_account_ref_value,
        asset_account_ref_value,

        -- numbers
        unit_price,
        purchase_cost,
        quantity_on_hand,
        reorder_point,
        hierarchy_level,

        -- claims
        coalesce(told_active, true) as is_active,
        coalesce(told_sub_item, false) as is_sub_item,
        is_taxable,
        coalesce(told_tracked, false) as is_quantity_tracked,

        -- dates
        inventory_start_date,

        -- objects
        {{ custom_fields_object('payload') }} as custom_fields,
        {{ odd_values(fields, needed=['item_name'], lists=['CustomField']) }}
            as odd_values,

        -- times and version
        created_at_utc,
        {{ version_columns() }}
    from typed as sent

)

select * from final
