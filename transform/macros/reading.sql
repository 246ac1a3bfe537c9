{#- Values of a payload, read whatever their form: a value that cannot be read is null,
    never an error, and `odd_values` tells it. A staging model lists its fields once, as
    (column, kind, path in the payload); columns and findings both come from that list. -#}


{#- The payload as an object, whatever JSON it is. -#}
{%- macro as_object(payload) -%}
    case when jsonb_typeof({{ payload }}) = 'object' then {{ payload }} else '{}' end
{%- endmacro -%}


{#- The top-level values that the fields (and `lists`) need, as columns: unpacked once.
    `own` holds further values, which stand below those of the payload. -#}
{%- macro unpack(payload, fields, lists=[], own=none) -%}
    {%- set keys = [] -%}
    {%- for path in fields | map('last') | list + lists -%}
        {%- set key = path.split('.')[0] -%}
        {%- if key not in keys -%}{%- do keys.append(key) -%}{%- endif -%}
    {%- endfor -%}
    jsonb_to_record(
        {%- if own %}{{ as_object('(' ~ own ~ ')') }} || {% endif -%}
        {{ as_object(payload) }}) as unpacked ("{{ keys | join('" jsonb, "') }}" jsonb)
{%- endmacro -%}


{#- The value at a path (`TotalAmt`, `CustomerRef.value`) of what was sent. -#}
{%- macro sent_value(path) -%}
    {%- set keys = path.split('.') -%}
    sent."{{ keys[0] }}"{% if keys[1] %} -> '{{ keys[1] }}'{% endif %}
{%- endmacro -%}


{#- All fields as typed columns. -#}
{%- macro read_fields(fields) -%}
    {%- set readers = {
        'text': read_text,
        'reference': read_text,
        'number': read_number,
        'integer': read_integer,
        'date': read_date,
        'instant': read_instant,
        'claim': read_claim,
    } -%}
    {%- for column, kind, path in fields %}
        {{ readers[kind](sent_value(path)) }} as {{ column }}{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro -%}


{%- macro read_text(value) -%}
    case
        when jsonb_typeof({{ value }}) in ('string', 'number', 'boolean')
            then ({{ value }}) #>> '{}'
    end
{%- endmacro -%}


{#- A number, or a text that is one. Not NaN, and of at most 500 characters, so that
    no arithmetic on it leaves the range of NUMERIC. -#}
{%- macro read_number(value) -%}
    {%- set number = '^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?\s*$' -%}
    case
        when
            length(({{ value }}) #>> '{}') <= 500
            and ({{ value }}) #>> '{}' ~ '{{ number }}'
            then (({{ value }}) #>> '{}')::numeric
    end
{%- endmacro -%}


{#- A whole number that an INTEGER holds; 7, 7.0 and "7" are one. -#}
{%- macro read_integer(value) -%}
    case
        when ({{ value }}) #>> '{}' ~ '^\s*[+-]?[0-9]{1,9}(\.0*)?\s*$'
            then (({{ value }}) #>> '{}')::numeric::integer
    end
{%- endmacro -%}


{#- A day of the calendar, from 0001-01-01 to 9999-12-31. -#}
{%- macro day_pattern() -%}
    (?!0000)([0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])
    {{- '|' }}(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))
    {{- '|' }}([0-9]{2}(0[48]|[2468][048]|[13579][26])
    {{- '|' }}([02468][048]|[13579][26])00)-02-29)
{%- endmacro -%}


{%- macro time_pattern() -%}
    [T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]{1,9})?)?
{%- endmacro -%}


{%- macro zone_pattern() -%}
    (Z|[+-](0[0-9]|1[0-4])(:?[0-5][0-9])?)
{%- endmacro -%}


{#- A day; of an instant, the day that it names. -#}
{%- macro read_date(value) -%}
    case
        when
            ({{ value }}) #>> '{}'
            ~ '^{{ day_pattern() }}({{ time_pattern() }})?{{ zone_pattern() }}?$'
            then left(({{ value }}) #>> '{}', 10)::date
    end
{%- endmacro -%}


{#- An instant; without a zone it is UTC, whatever the session's time zone. -#}
{%- macro read_instant(value) -%}
    case
        when
            ({{ value }}) #>> '{}'
            ~ '^{{ day_pattern() }}{{ time_pattern() }}{{ zone_pattern() }}$'
            then (({{ value }}) #>> '{}')::timestamptz
        when ({{ value }}) #>> '{}' ~ '^{{ day_pattern() }}{{ time_pattern() }}$'
            then (({{ value }}) #>> '{}' || 'Z')::timestamptz
    end
{%- endmacro -%}


{#- True or false, as JSON or as text. -#}
{%- macro read_claim(value) -%}
    case lower(({{ value }}) #>> '{}') when 'true' then true when 'false' then false end
{%- endmacro -%}
