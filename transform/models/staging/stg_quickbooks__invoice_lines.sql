{%- set fields = [
    ('told_type', 'text', 'DetailType'),
    ('qbo_line_id', 'text', 'Id'),
    ('description', 'text', 'Description'),
    ('sold_item_ref_value', 'reference', 'ItemRef.value'),
    ('sold_item_ref_name', 'text', 'ItemRef.name'),
    ('group_item_ref_value', 'reference', 'GroupItemRef.value'),
    ('group_item_ref_name', 'text', 'GroupItemRef.name'),
    ('item_account_ref_value', 'reference', 'ItemAccountRef.value'),
    ('discount_account_ref_value', 'reference', 'DiscountAccountRef.value'),
    ('tax_code_ref_value', 'reference', 'TaxCodeRef.value'),
    ('class_ref_value', 'reference', 'ClassRef.value'),
    ('amount', 'number', 'Amount'),
    ('unit_price', 'number', 'UnitPrice'),
    ('tax_inclusive_amount', 'number', 'TaxInclusiveAmt'),
    ('sold_quantity', 'number', 'Qty'),
    ('group_quantity', 'number', 'Quantity'),
    ('discount_percent', 'number', 'DiscountPercent'),
    ('service_date', 'date', 'ServiceDate'),
] -%}

with

source as (

    select * from {{ source('quickbooks', 'qb_invoice_lines') }}

),

kinds as (

    -- a line that does not say what it is, is what it has the fields of
    select
        *,
        coalesce(
            case
                when
                    detail_type = 'DescriptionOnly'
                    or jsonb_typeof(payload -> detail_type) = 'object'
                    then detail_type
            end,
            {{ detail_key('payload') }},
            detail_type
        ) as kind
    from source

),

sent as (

    -- QuickBooks puts a line's own fields under the name of its kind
    select
        kinds.*,
        unpacked.*
    from kinds
    cross join
        lateral {{ unpack('kinds.payload', fields, own='kinds.payload -> kinds.kind') }}

),

{{ typed(fields) }},

final as (

    select
        -- key
        realm_id,
        id,
        invoice_id,

        -- text
        line_path,
        qbo_line_id,
        kind as detail_type,
        description,
        coalesce(sold_item_ref_value, group_item_ref_value) as item_ref_value,
        coalesce(sold_item_ref_name, group_item_ref_name) as item_ref_name,
        coalesce(item_account_ref_value, discount_account_ref_value)
            as account_ref_value,
        tax_code_ref_value,
        class_ref_value,

        -- money, in the invoice's currency
        amount,
        unit_price,
        tax_inclusive_amount,

        -- numbers
        line_position::integer as line_position,
        coalesce(sold_quantity, group_quantity) as quantity,
        discount_percent,

        -- dates
        service_date,

        -- objects
        {{ odd_values(fields, needed=['told_type']) }} as odd_values,

        -- version of the invoice that brought the line
        {{ version_columns() }}
    from typed as sent

)

select * from final
