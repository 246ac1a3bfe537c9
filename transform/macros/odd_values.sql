{#- What of a payload is odd, as rows of `findings`: an array of objects with rule,
    expected and found, null where nothing is.

    A value is odd if it is there and its column is null, or if it is `needed` and is not
    there. Where the object that should hold it has another form, or is a reference
    without a value, the object itself is what was found. -#}
{%- macro odd_values(fields, needed=[], lists=[]) -%}
    {%- set words = {
        'text': 'text', 'reference': 'an Id', 'number': 'a number',
        'integer': 'a whole number', 'date': 'a date', 'instant': 'a time',
        'claim': 'true or false',
    } -%}
    (
        select
            jsonb_agg(
                jsonb_build_object(
                    'rule',
                    case
                        when field.found is null then 'value_is_there'
                        else 'value_is_readable'
                    end,
                    'expected',
                    field.expected,
                    'found',
                    coalesce(left(field.found::text, 200), 'nothing')
                )
                order by field.expected
            )
        from (
            values
            {%- for column, kind, path in fields %}
            {%- set holder = path.split('.')[0] %}
            (
                '{{ path }}: {{ words[kind] }}',
                {%- if '.' in path %}
                coalesce(
                    nullif({{ sent_value(path) }}, 'null'),
                    case
                        when {{ 'true' if kind == 'reference' else
                            "jsonb_typeof(sent.\"" ~ holder ~ "\") != 'object'" }}
                            then nullif(sent."{{ holder }}", 'null')
                    end
                ),
                {%- else %}
                nullif({{ sent_value(path) }}, 'null'),
                {%- endif %}
                {{ column }} is null,
                {{ 'true' if column in needed else 'false' }}
            ),
            {%- endfor %}
            {%- for key in lists %}
            (
                '{{ key }}: a list of objects',
                case
                    when {{ is_list_of_objects('payload -> \'' ~ key ~ '\'') }}
                        then null
                    else payload -> '{{ key }}'
                end,
                true,
                false
            ),
            {%- endfor %}
            (
                'an object',
                case when jsonb_typeof(payload) != 'object' then payload end,
                true,
                false
            )
        ) as field (expected, found, is_unread, is_needed)
        where field.is_unread and (field.found is not null or field.is_needed)
    )
{%- endmacro -%}


{#- Whether a value is absent, null, or a list with nothing but objects in it. -#}
{%- macro is_list_of_objects(value) -%}
    coalesce(jsonb_typeof({{ value }}), 'null') = 'null'
    or (
        jsonb_typeof({{ value }}) = 'array'
        and not jsonb_path_exists(
            {{ value }}, 'strict $[*] ? (@.type() != "object")'
        )
    )
{%- endmacro -%}
