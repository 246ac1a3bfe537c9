{{ config(post_hook="{{ add_custom_field_columns(this) }}") }}

with

customers as (

    select * from {{ ref('stg_quickbooks__customers') }}

),

companies as (

    select * from {{ ref('stg_quickbooks__companies') }}

),

{{ deletion_sources() }},

final as (

    select
        customers.*,
        coalesce(companies.organization, customers.realm_id) as organization,
        {{ deletion_columns() }}
    from customers
    left join companies
        on customers.realm_id = companies.realm_id
    {{ deletion_joins('Customer', 'customers') }}

)

select * from final
