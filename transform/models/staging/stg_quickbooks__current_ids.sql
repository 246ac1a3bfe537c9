-- Snapshots of all present Ids, taken where deletions could not be had: without their
-- table, no row.
{% if source_exists(source('quickbooks', 'qb_current_ids')) %}

with

source as (

    select * from {{ source('quickbooks', 'qb_current_ids') }}

),

renamed as (

    select
        -- key
        realm_id,
        id,
        split_part(id, ':', 1) as entity,
        current_id,

        -- claims
        coalesce(is_complete, false) as is_complete,

        -- times
        {{ as_utc('snapshot_at_utc') }} as snapshot_at_utc,
        {{ as_utc('ingested_at_utc') }} as ingested_at_utc
    from source

)

select * from renamed

{% else %}

select
    null::text as realm_id,
    null::text as id,
    null::text as entity,
    null::text as current_id,
    null::boolean as is_complete,
    null::timestamptz as snapshot_at_utc,
    null::timestamptz as ingested_at_utc
where false

{% endif %}
