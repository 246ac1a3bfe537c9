{#- Invoices of the mart that can be judged: raw still holds the version that was built,
    and it is old enough for the rest of its load to have arrived. -#}
{%- macro settled_invoices() -%}
    select invoices.*
    from {{ ref('invoices') }} as invoices
    inner join {{ ref('stg_quickbooks__invoices') }} as raw_now
        on
            invoices.realm_id = raw_now.realm_id
            and invoices.id = raw_now.id
            and invoices.ingested_at_utc = raw_now.ingested_at_utc
            and invoices.last_updated_at_utc
            is not distinct from raw_now.last_updated_at_utc
    where
        invoices.ingested_at_utc
        <= now() - interval '{{ var("settle_minutes") }} minutes'
{%- endmacro -%}


{#- The lines of the mart summed by invoice, at the invoice's version. -#}
{%- macro summed_lines() -%}
    select
        realm_id,
        invoice_id,
        ingested_at_utc,
        count(*) as line_count,
        sum(amount_in_total) as lines_amount
    from {{ ref('invoice_lines') }}
    group by realm_id, invoice_id, ingested_at_utc
{%- endmacro -%}
