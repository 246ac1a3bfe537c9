{#- Invoices of the mart that can be judged, each with the number and the sum of its lines.

    Raw still holds the version that was built, and all of its lines are there, or should
    be: the version is old enough for the rest of its load to have arrived. Tables are
    joined by their keys before anything is summed: the plan stays quick however wrong the
    row estimates are. -#}
{%- macro settled_invoices() -%}
    select
        invoices.realm_id,
        invoices.id,
        invoices.currency_code,
        invoices.total_amount,
        invoices.tax_amount,
        invoices.linked_charges_amount,
        invoices.line_count as lines_sent,
        count(lines.id) as lines_loaded,
        coalesce(sum(lines.amount_in_total), 0) as lines_amount
    from {{ ref('invoices') }} as invoices
    inner join {{ ref('stg_quickbooks__invoices') }} as raw_now
        on
            invoices.realm_id = raw_now.realm_id
            and invoices.id = raw_now.id
            and invoices.ingested_at_utc
            is not distinct from raw_now.ingested_at_utc
            and invoices.last_updated_at_utc
            is not distinct from raw_now.last_updated_at_utc
    left join {{ ref('invoice_lines') }} as lines
        on
            invoices.realm_id = lines.realm_id
            and invoices.id = lines.invoice_id
    group by invoices.realm_id, invoices.id
    having
        invoices.line_count = count(lines.id)
        or coalesce(invoices.ingested_at_utc, '-infinity')
        <= now() - interval '{{ var("settle_minutes") }} minutes'
{%- endmacro -%}
