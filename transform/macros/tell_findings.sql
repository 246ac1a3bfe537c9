{#- Hook at the end of a build or test: each rule that found something, with the number
    and three examples; the rest is in the table `findings`. -#}
{%- macro tell_findings() -%}
    {%- if execute and flags.WHICH in ('build', 'test') -%}
        {%- set place = api.Relation.create(
            database=target.database, schema=target.schema, identifier='findings'
        ) -%}
        {%- if adapter.get_relation(place.database, place.schema, place.identifier) -%}
            {%- set told = run_query(examples_of_findings(place)) -%}
            {%- for row in told.rows -%}
                {%- do log(
                    'Finding: ' ~ row['rule'] ~ ', ' ~ row['findings'] ~ ' in '
                    ~ place.schema ~ '.findings, such as ' ~ row['examples'],
                    info=true
                ) -%}
            {%- endfor -%}
        {%- endif -%}
    {%- endif -%}
{%- endmacro -%}


{%- macro examples_of_findings(findings) -%}
    select
        rule,
        count(*) as findings,
        string_agg(
            organization || ' ' || object || ' ' || id || ' (expected ' || expected
            || ', found ' || found || ')',
            '; '
            order by place
        ) filter (where place <= 3) as examples
    from (
        select
            *,
            row_number() over (
                partition by rule order by organization, object, id, expected
            ) as place
        from {{ findings }}
    ) as numbered
    group by rule
    order by rule
{%- endmacro -%}
