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

balanced as (

    select * from {{ ref('int_invoices_balanced') }}

),

customers as (

    select * from {{ ref('customers') }}

),

companies as (

    select * from {{ ref('stg_quickbooks__companies') }}

),

{{ deletion_sources() }},

final as (

    select
        invoices.*,
        coalesce(companies.organization, invoices.realm_id) as organization,
        -- null while the customer is not loaded: see DECISIONS.md
        customers.id as customer_id,
        coalesce(balanced.linked_charges_amount, 0) as linked_charges_amount,
        {{ deletion_columns() }}
    from invoices
    left join balanced
        on
            invoices.realm_id = balanced.realm_id
            and invoices.id = balanced.invoice_id
    left join customers
        on
            invoices.realm_id = customers.realm_id
            and invoices.customer_ref_value = customers.id
    left join companies
        on invoices.realm_id = companies.realm_id
    {{ deletion_joins('Invoice', 'invoices') }}

)

select * from final
