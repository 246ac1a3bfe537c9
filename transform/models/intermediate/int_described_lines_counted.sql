-- A described line may be a charge, or repeat the sum above it: those are charges that
-- make up what the other lines leave open. All of them, else some of the first twelve.
with recursive

opened as (

    select * from {{ ref('int_invoices_opened') }}
    where open_amount != 0

),

invoice_lines as (

    select * from {{ ref('int_invoice_lines_filtered') }}

),

described as (

    select
        invoice_lines.realm_id,
        invoice_lines.invoice_id,
        invoice_lines.id,
        invoice_lines.amount,
        row_number() over (
            partition by invoice_lines.realm_id, invoice_lines.invoice_id
            order by invoice_lines.line_path, invoice_lines.id
        ) as place
    from invoice_lines
    inner join opened
        on
            invoice_lines.realm_id = opened.realm_id
            and invoice_lines.invoice_id = opened.invoice_id
    where invoice_lines.line_kind = 'description' and invoice_lines.amount != 0

),

choices as (

    select
        realm_id,
        invoice_id,
        0::bigint as place,
        open_amount as rest,
        array_remove(array[''], '') as line_ids
    from opened

    union all

    select
        choices.realm_id,
        choices.invoice_id,
        described.place,
        choices.rest - described.amount * taken.times as rest,
        choices.line_ids
        || array_fill(described.id, array[taken.times]) as line_ids
    from choices
    inner join described
        on
            choices.realm_id = described.realm_id
            and choices.invoice_id = described.invoice_id
            and choices.place + 1 = described.place
    cross join (values (0), (1)) as taken (times)
    where described.place <= 12

),

whole as (

    select
        realm_id,
        invoice_id,
        sum(amount) as amount,
        array_agg(id) as line_ids
    from described
    group by realm_id, invoice_id

),

chosen as (

    select distinct on (fitting.realm_id, fitting.invoice_id) fitting.*
    from (
        select
            choices.realm_id,
            choices.invoice_id,
            choices.line_ids
        from choices
        where choices.rest = 0
        union all
        select
            whole.realm_id,
            whole.invoice_id,
            whole.line_ids
        from whole
        inner join opened
            on
                whole.realm_id = opened.realm_id
                and whole.invoice_id = opened.invoice_id
                and whole.amount = opened.open_amount
    ) as fitting
    order by
        fitting.realm_id asc,
        fitting.invoice_id asc,
        cardinality(fitting.line_ids) desc,
        fitting.line_ids asc

),

final as (

    select
        chosen.realm_id,
        chosen.invoice_id,
        listed.id
    from chosen
    cross join lateral unnest(chosen.line_ids) as listed (id)

)

select * from final
