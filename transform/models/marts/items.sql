{{ config(post_hook="{{ add_custom_field_columns(this) }}") }}

with

items as (

    select * from {{ ref('stg_quickbooks__items') }}

),

deletions as (

    select * from {{ ref('stg_quickbooks__deletions') }}

),

final as (

    select
        items.*,
        deletions.id is not null as is_deleted,
        deletions.deleted_at_utc
    from items
    left join deletions
        on {{ is_deletion_of('deletions', 'Item', 'items') }}

)

select * from final
