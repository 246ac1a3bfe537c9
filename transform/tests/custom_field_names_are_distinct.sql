{{ config(severity='warn') }}
-- Two custom fields of one object whose names differ only in case or punctuation share
-- a column, which keeps the first with a value.
{% for entity in ['customers', 'items', 'invoices'] %}
select
    '{{ entity }}' as entity,
    record.realm_id,
    record.id,
    {{ custom_field_key("field ->> 'Name'") }} as field_key
from {{ source('quickbooks', 'qb_' ~ entity) }} as record
cross join
    jsonb_path_query(record.payload, '$.CustomField[*]') as listed (field)
group by record.realm_id, record.id, field_key
having count(*) > 1
{{ "union all" if not loop.last }}
{% endfor %}
