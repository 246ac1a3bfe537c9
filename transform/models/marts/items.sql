{{ config(post_hook="{{ add_custom_field_columns(this) }}") }}

with

items as (

    select * from {{ ref('stg_quickbooks__items') }}

),

companies as (

    select * from {{ ref('stg_quickbooks__companies') }}

),

{{ deletion_sources() }},

final as (

    select
        items.*,
        coalesce(companies.organization, items.realm_id) as organization,
        {{ deletion_columns() }}
    from items
    left join companies
        on items.realm_id = companies.realm_id
    {{ deletion_joins('Item', 'items') }}

)

select * from final
