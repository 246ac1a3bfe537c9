{{ config(post_hook="{{ add_custom_field_columns(this) }}") }}

with

customers as (

    select * from {{ ref('stg_quickbooks__customers') }}

),

deletions as (

    select * from {{ ref('stg_quickbooks__deletions') }}

),

final as (

    select
        customers.*,
        deletions.id is not null as is_deleted,
        deletions.deleted_at_utc
    from customers
    left join deletions
        on {{ is_deletion_of('deletions', 'Customer', 'customers') }}

)

select * from final
