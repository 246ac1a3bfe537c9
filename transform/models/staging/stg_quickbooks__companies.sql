-- One name per company: the newest that any of its rows carries. A row that did not
-- change keeps the name of its day, and the realm id stands where no name was set.
{%- set tables = ['qb_customers', 'qb_items', 'qb_invoices', 'qb_invoice_lines'] %}

with

named as (

    {% for table in tables %}
    select
        realm_id,
        organization,
        max({{ as_utc('ingested_at_utc') }}) as ingested_at_utc
    from {{ source('quickbooks', table) }}
    group by realm_id, organization
    union all
    {% endfor %}
    select
        realm_id,
        organization,
        max(ingested_at_utc) as ingested_at_utc
    from {{ ref('stg_quickbooks__deletions') }}
    group by realm_id, organization

),

newest as (

    select distinct on (realm_id)
        realm_id,
        coalesce(nullif(organization, ''), realm_id) as organization
    from named
    order by
        realm_id asc,
        coalesce(nullif(organization, ''), realm_id) = realm_id asc,
        ingested_at_utc desc nulls last,
        organization asc

)

select * from newest
