{#- Rows that name another object (`reference`) which is not in its table of the same
    company, so that the foreign key `column` is null. `known` are values that QuickBooks
    uses without an object behind them. -#}
{% test reference_loaded(model, column_name, reference, known=[]) %}

select realm_id, id, {{ reference }}
from {{ model }}
where {{ reference }} is not null
and {{ column_name }} is null
{%- if known %}
and {{ reference }} not in ('{{ known | join("', '") }}')
{%- endif %}

{% endtest %}
