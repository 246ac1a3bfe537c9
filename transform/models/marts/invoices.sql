{{
    config(
        indexes=[
            {'columns': ['realm_id', 'customer_id']},
            {'columns': ['txn_date']},
        ],
        post_hook="{{ add_custom_field_columns(this) }}"
    )
}}

with

invoices as (

    select * from {{ ref('stg_quickbooks__invoices') }}

),

customers as (

    select * from {{ ref('customers') }}

),

deletions as (

    select * from {{ ref('stg_quickbooks__deletions') }}

),

final as (

    select
        invoices.*,
        -- null while the customer is not loaded: see DECISIONS.md
        customers.id as customer_id,
        deletions.id is not null as is_deleted,
        deletions.deleted_at_utc
    from invoices
    left join customers
        on
            invoices.realm_id = customers.realm_id
            and invoices.customer_ref_value = customers.id
    left join deletions
        on {{ is_deletion_of('deletions', 'Invoice', 'invoices') }}

)

select * from final
