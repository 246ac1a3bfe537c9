-- The deletions stream comes later than the others: without its table, no row.
{% if source_exists(source('quickbooks', 'qb_deletions')) %}

with

source as (

    select * from {{ source('quickbooks', 'qb_deletions') }}

),

renamed as (

    select
        -- key
        realm_id,
        id,
        split_part(id, ':', 1) as entity,
        split_part(id, ':', 2) as deleted_id,

        -- text
        organization,

        -- times
        {{ as_utc('deleted_at_utc') }} as deleted_at_utc,
        {{ as_utc('ingested_at_utc') }} as ingested_at_utc
    from source

)

select * from renamed

{% else %}

select
    null::text as realm_id,
    null::text as id,
    null::text as entity,
    null::text as deleted_id,
    null::text as organization,
    null::timestamptz as deleted_at_utc,
    null::timestamptz as ingested_at_utc
where false

{% endif %}
