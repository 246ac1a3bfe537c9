with

current_ids as (

    select * from {{ ref('stg_quickbooks__current_ids') }}

),

whole as (

    select * from current_ids
    where is_complete

),

completed as (

    -- by the order of ingests, which is the server's, not by the snapshot's own time
    select
        whole.realm_id,
        whole.entity,
        whole.snapshot_at_utc,
        min(current_ids.ingested_at_utc) as read_from_utc
    from whole
    inner join current_ids
        on
            whole.realm_id = current_ids.realm_id
            and whole.entity = current_ids.entity
            and whole.snapshot_at_utc = current_ids.snapshot_at_utc
    group by whole.realm_id, whole.entity, whole.snapshot_at_utc

)

select * from completed
