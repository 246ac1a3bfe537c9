{#- Rows whose key is not unique, or not complete. -#}
{% test unique_key(model, columns) %}

select {{ columns | join(', ') }}
from {{ model }}
group by {{ columns | join(', ') }}
having count(*) > 1
{%- for column in columns %}
or {{ column }} is null
{%- endfor %}

{% endtest %}
