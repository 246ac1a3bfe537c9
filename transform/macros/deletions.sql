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
    row's version, and no later ingest saw the row alive. -#}
{%- macro is_deletion_of(deletion, entity, record) -%}
    {{ deletion }}.realm_id = {{ record }}.realm_id
    and {{ deletion }}.entity = '{{ entity }}'
    and {{ deletion }}.deleted_id = {{ record }}.id
    and {{ deletion }}.deleted_at_utc
    >= coalesce({{ record }}.last_updated_at_utc, '-infinity')
    and {{ deletion }}.ingested_at_utc >= {{ record }}.ingested_at_utc
{%- endmacro -%}
