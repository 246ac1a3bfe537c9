{#- The key under which a custom field is found: its name in lower case without ASCII
    spaces and punctuation ("Generator Model" and "generatormodel" are one). -#}
{%- macro custom_field_key(name) -%}
    lower(regexp_replace({{ name }}, '[\s!-/:-@\[-`{-~]+', '', 'g'))
{%- endmacro -%}


{#- The custom fields of a payload as one object, key to text; `{}` where there are none.
    Of two fields with one key the first with a value is kept, as an object's last pair of
    a key wins (a data test names them). -#}
{%- macro custom_fields_object(payload) -%}
    coalesce(
        (
            select
                jsonb_object_agg(
                    keyed.field_key, keyed.field_value
                    order by (keyed.field_value is not null) asc, keyed.place desc
                )
            from (
                select
                    {{ custom_field_key("listed.field ->> 'Name'") }} as field_key,
                    coalesce(
                        listed.field ->> 'StringValue',
                        listed.field ->> 'NumberValue',
                        listed.field ->> 'DateValue'
                    ) as field_value,
                    listed.place
                from jsonb_path_query({{ payload }}, '$.CustomField[*]')
                    with ordinality as listed (field, place)
                where listed.field ->> 'Name' is not null
            ) as keyed
        ),
        '{}'::jsonb
    )
{%- endmacro -%}


{#- Post-hook of a mart: its custom fields (var `custom_fields`) as columns of their own,
    computed by Postgres from the object, so that contract and columns can both be. -#}
{%- macro add_custom_field_columns(relation) -%}
    {%- set asked = var('custom_fields') -%}
    {%- if asked is not mapping -%}
        {%- set asked = {'invoices': asked} -%}
    {%- endif -%}
    {%- set names = asked.get(relation.identifier) or [] -%}
    {%- if names -%}
        alter table {{ relation }}
        {%- for name in names %}
        {%- set key = modules.re.sub('[\\s!-/:-@\\[-`{-~]+', '', name) | lower %}
        add column "{{ key | replace('"', '') }}" text
            generated always as (custom_fields ->> '{{ key }}') stored
        {{- "," if not loop.last }}
        {%- endfor -%}
    {%- endif -%}
{%- endmacro -%}
