-- What an invoice's lines leave open of its total: described lines, or charges that
-- QuickBooks gives no line.
with recursive

invoices as (

    select * from {{ ref('stg_quickbooks__invoices') }}

),

invoice_lines as (

    select * from {{ ref('int_invoice_lines_filtered') }}

),

sums as (

    select
        realm_id,
        invoice_id,
        count(*) as lines_loaded,
        coalesce(sum(amount_in_total), 0) as lines_amount,
        coalesce(sum(amount_in_total) filter (where line_kind = 'discount'), 0)
            as discounts_amount,
        coalesce(
            sum(amount_in_total) filter (where line_kind in ('shipping', 'gratuity')), 0
        ) as extras_amount,
        -- QuickBooks' own sub-total is the last of them, and in no group
        (
            array_agg(amount order by line_position desc nulls last) filter (
                where line_kind = 'subtotal' and line_path not like '%/%'
            )
        )[1] as subtotal_amount
    from invoice_lines
    group by realm_id, invoice_id

),

opened as (

    select
        sums.*,
        invoices.total_amount - invoices.tax_amount - sums.lines_amount as open_amount,
        -- the rule of QuickBooks' own figures; whether the sub-total holds shipping and
        -- tips has not been seen
        invoices.total_amount - invoices.tax_amount - sums.discounts_amount
        in (sums.subtotal_amount, sums.subtotal_amount + sums.extras_amount)
            as is_confirmed
    from sums
    inner join invoices
        on
            sums.realm_id = invoices.realm_id
            and sums.invoice_id = invoices.id
    where sums.lines_loaded >= coalesce(invoices.line_count, 0)

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
            and opened.open_amount != 0
    where invoice_lines.line_kind = 'description' and invoice_lines.amount != 0

),

-- A described line may be a charge, or repeat the sum above it: those are charges that
-- make up what is open. All of them, or else some of the first twelve.
choices as (

    select
        realm_id,
        invoice_id,
        0::bigint as place,
        open_amount as rest,
        '{}'::text [] as line_ids
    from opened
    where open_amount != 0

    union all

    select
        choices.realm_id,
        choices.invoice_id,
        described.place,
        choices.rest - described.amount * taken.times,
        choices.line_ids || array_fill(described.id, array[taken.times])
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
        fitting.realm_id,
        fitting.invoice_id,
        cardinality(fitting.line_ids) desc,
        fitting.line_ids

),

final as (

    select
        opened.realm_id,
        opened.invoice_id,
        chosen.line_ids as described_line_ids,
        case
            when chosen.line_ids is null and opened.is_confirmed
                then opened.open_amount
            else 0
        end as linked_charges_amount
    from opened
    left join chosen
        on
            opened.realm_id = chosen.realm_id
            and opened.invoice_id = chosen.invoice_id

)

select * from final
