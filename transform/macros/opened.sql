{#- What the staging models of objects have in common: the steps before the last, and the
    columns at its end. -#}


{#- The steps that read a raw table and its payload's fields: `typed` has them all. -#}
{%- macro opened(table, fields, lists=[]) -%}
source as (

    select * from {{ source('quickbooks', table) }}

),

sent as (

    select
        source.*,
        unpacked.*
    from source
    cross join lateral {{ unpack('source.payload', fields, lists=lists) }}

),

{{ typed(fields) }}
{%- endmacro -%}


{#- The step that gives each field of `sent` its type. -#}
{%- macro typed(fields) -%}
typed as (

    select
        sent.*,
        {{ read_fields(fields) }}
    from sent

)
{%- endmacro -%}


{#- Which version of an object a row is. -#}
{%- macro version_columns() -%}
    {{ as_utc('last_updated_at_utc') }} as last_updated_at_utc,
    sync_token,
    {{ as_utc('ingested_at_utc') }} as ingested_at_utc
{%- endmacro -%}
