-- One name per company: the newest that any of its rows carries. A row that did not
-- change keeps the name of its day, and the realm id stands where no name was set.
{%- set tables = [
    'qb_customers', 'qb_items', 'qb_invoices', 'qb_invoice_lines', 'qb_deletions',
] %}

with

named as (

    {% for table in tables %}
    {% if table != 'qb_deletions' or source_exists(source('quickbooks', table)) %}
    {{ 'union all' if not loop.first }}
    select
        realm_id,
        organization,
        max({{ as_utc('ingested_at_utc') }}) as ingested_at_utc
    from {{ source('quickbooks', table) }}
    group by realm_id, organization
    {% endif %}
    {% endfor %}

),

newest as (

    select distinct on (realm_id)
        realm_id,
        coalesce(nullif(organization, ''), realm_id) as organization
    from named
    order by
        realm_id,
        coalesce(nullif(organization, ''), realm_id) = realm_id,
        ingested_at_utc desc nulls last,
        organization

)

select * from newest
