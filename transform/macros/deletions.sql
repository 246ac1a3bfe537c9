{#- Whether the loader has made this source's table yet. -#}
{%- macro source_exists(relation) -%}
    {%- if execute -%}
        {{- return(
            adapter.get_relation(
                relation.database, relation.schema, relation.identifier
            ) is not none
        ) -}}
    {%- endif -%}
    {{- return(false) -}}
{%- endmacro -%}


{#- Whether `deletion` says that `entity` row `record` is gone: it is not older than the
    row's version, and no later ingest saw the row alive. One that does not say when is as
    old as its ingest. -#}
{%- macro is_deletion_of(deletion, entity, record) -%}
    {{ deletion }}.realm_id = {{ record }}.realm_id
    and {{ deletion }}.entity = '{{ entity }}'
    and {{ deletion }}.deleted_id = {{ record }}.id
    and coalesce({{ deletion }}.deleted_at_utc, {{ deletion }}.ingested_at_utc)
    >= coalesce({{ record }}.last_updated_at_utc, '-infinity')
    and {{ deletion }}.ingested_at_utc
    >= coalesce({{ record }}.ingested_at_utc, '-infinity')
{%- endmacro -%}


{#- The steps that `deletion_joins` joins. -#}
{%- macro deletion_sources() -%}
deletions as (

    select * from {{ ref('stg_quickbooks__deletions') }}

),

snapshots as (

    select * from {{ ref('int_snapshots_completed') }}

),

current_ids as (

    select * from {{ ref('stg_quickbooks__current_ids') }}

)
{%- endmacro -%}


{#- Joins that tell what is gone of `entity`: deletions, and complete snapshots of the
    present Ids in which a row is not that was last seen alive before they were read. -#}
{%- macro deletion_joins(entity, record) -%}
    left join deletions
        on {{ is_deletion_of('deletions', entity, record) }}
    left join snapshots
        on
            {{ record }}.realm_id = snapshots.realm_id
            and snapshots.entity = '{{ entity }}'
            and coalesce({{ record }}.ingested_at_utc, '-infinity')
            < snapshots.read_from_utc
    left join current_ids
        on
            {{ record }}.realm_id = current_ids.realm_id
            and '{{ entity }}:' || {{ record }}.id = current_ids.id
            and snapshots.snapshot_at_utc <= current_ids.snapshot_at_utc
{%- endmacro -%}


{#- The two columns that follow from `deletion_joins`. -#}
{%- macro deletion_columns() -%}
    {%- set is_absent = '(snapshots.entity is not null and current_ids.id is null)' -%}
    deletions.id is not null or {{ is_absent }} as is_deleted,
    case
        when deletions.id is not null
            then coalesce(deletions.deleted_at_utc, deletions.ingested_at_utc)
        when {{ is_absent }} then snapshots.snapshot_at_utc
    end as deleted_at_utc
{%- endmacro -%}
