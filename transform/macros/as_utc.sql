{#- A time column of the raw layer as timestamptz, whichever type its loader gave it.

    The stock target makes TIMESTAMP (without zone) that holds UTC, ours TIMESTAMPTZ.
    `extract(epoch ...)` takes a zone-less time for UTC and a zoned one for its instant,
    so one expression, free of the session's time zone, serves both. -#}
{%- macro as_utc(column) -%}
    to_timestamp(extract(epoch from {{ column }}))
{%- endmacro -%}
