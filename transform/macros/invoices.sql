{#- What was read; `instead` where nothing was sent; null where it cannot be read. -#}
{%- macro unless_sent(column, path, instead) -%}
    case
        when coalesce({{ sent_value(path) }}, 'null') = 'null' then {{ instead }}
        else {{ column }}
    end
{%- endmacro -%}


{#- QuickBooks' own home amount; where it sends none, the amount if the rate is 1. -#}
{%- macro home_amount(column, path, amount) -%}
    {{ unless_sent(
        column,
        path,
        'case when ' ~ unless_sent('told_rate', 'ExchangeRate', '1') ~ ' = 1 then '
        ~ amount ~ ' end',
    ) }}
{%- endmacro -%}


{#- How many lines a list of lines holds, members of groups too; null where a part of it
    has not the form of lines, so that nobody can say how many there should be. -#}
{%- macro line_count(lines) -%}
    case
        when {{ is_list_of_objects(lines) }}
            then (
                select
                    case
                        when coalesce(bool_and(line.is_plain), true)
                            then count(*) + coalesce(sum(line.members), 0)
                    end::integer
                from (
                    select
                        jsonb_array_length(
                            jsonb_path_query_array(
                                listed.line,
                                'lax $.GroupLineDetail.Line[*] ? (@.type() == "object")'
                            )
                        ) as members,
                        coalesce(jsonb_typeof(listed.line -> 'GroupLineDetail'), 'null')
                        in ('object', 'null')
                        and (
                            {{ is_list_of_objects(
                                "(listed.line #> '{GroupLineDetail,Line}')"
                            ) }}
                        ) as is_plain
                    from jsonb_path_query({{ lines }}, 'strict $[*]', silent => true)
                        as listed (line)
                ) as line
            )
    end
{%- endmacro -%}


{#- The name of a line's own fields, such as SalesItemLineDetail; null without any. -#}
{%- macro detail_key(payload) -%}
    (
        select min(own.key)
        from jsonb_each({{ as_object(payload) }}) as own (key, value)
        where own.key ~ '^[A-Za-z]+Detail$' and jsonb_typeof(own.value) = 'object'
    )
{%- endmacro -%}
