{#- dbt calls this for whatever it has built, in the transaction that builds it, full
    refresh or incremental: there each table gets the line by which
    `target-postgres-copy purge` knows that this project made it. Other lines stay. -#}
{%- macro postgres__persist_docs(relation, model, for_relation, for_columns) -%}
    {%- do default__persist_docs(relation, model, for_relation, for_columns) -%}
    {%- if relation.type == 'table' -%}
        {%- do run_query(purge_mark(relation, model.name)) -%}
    {%- endif -%}
{%- endmacro -%}


{#- The statement that puts the line under a table's comment, once. -#}
{%- macro purge_mark(relation, model_name) -%}
    {%- set name = relation.include(database=false) | string -%}
    {%- set table = "'" ~ dbt.escape_single_quotes(name) ~ "'" -%}
    do $purge_mark$
    begin
        execute format(
            'comment on table %s is %L',
            {{ table }},
            concat_ws(
                e'\n',
                (
                    select string_agg(lines.line, e'\n' order by lines.place)
                    from regexp_split_to_table(
                        obj_description({{ table }}::regclass, 'pg_class'), e'\n'
                    ) with ordinality as lines (line, place)
                    where lines.line !~ '^\[made by .*\]$'
                ),
                '[made by quickbooks-pipeline: model {{ model_name }}]'
            )
        );
    end
    $purge_mark$
{%- endmacro -%}
