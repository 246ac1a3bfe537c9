{#- Rows whose foreign key finds no row of the same company in `to`. -#}
{% test keyed_relationship(model, column_name, to, field) %}

select child.realm_id, child.{{ column_name }}
from {{ model }} as child
left join {{ to }} as parent
    on child.realm_id = parent.realm_id
    and child.{{ column_name }} = parent.{{ field }}
where child.{{ column_name }} is not null
and parent.{{ field }} is null

{% endtest %}
