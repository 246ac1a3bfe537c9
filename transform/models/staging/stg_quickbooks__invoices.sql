{%- set fields = [
    ('doc_number', 'text', 'DocNumber'),
    ('customer_ref_value', 'reference', 'CustomerRef.value'),
    ('customer_ref_name', 'text', 'CustomerRef.name'),
    ('currency_code', 'reference', 'CurrencyRef.value'),
    ('sales_term_ref_value', 'reference', 'SalesTermRef.value'),
    ('class_ref_value', 'reference', 'ClassRef.value'),
    ('department_ref_value', 'reference', 'DepartmentRef.value'),
    ('project_ref_value', 'reference', 'ProjectRef.value'),
    ('bill_email', 'text', 'BillEmail.Address'),
    ('email_status', 'text', 'EmailStatus'),
    ('print_status', 'text', 'PrintStatus'),
    ('tax_calculation', 'text', 'GlobalTaxCalculation'),
    ('customer_memo', 'text', 'CustomerMemo.value'),
    ('private_note', 'text', 'PrivateNote'),
    ('tracking_number', 'text', 'TrackingNum'),
    ('told_status', 'text', 'status'),
    ('total_amount', 'number', 'TotalAmt'),
    ('told_tax', 'number', 'TxnTaxDetail.TotalTax'),
    ('balance', 'number', 'Balance'),
    ('told_deposit', 'number', 'Deposit'),
    ('told_rate', 'number', 'ExchangeRate'),
    ('told_home_total', 'number', 'HomeTotalAmt'),
    ('told_home_balance', 'number', 'HomeBalance'),
    ('txn_date', 'date', 'TxnDate'),
    ('due_date', 'date', 'DueDate'),
    ('ship_date', 'date', 'ShipDate'),
    ('created_at_utc', 'instant', 'MetaData.CreateTime'),
] -%}

with

{{ opened('qb_invoices', fields, lists=['Line']) }},

final as (

    select
        -- key
        realm_id,
        id,

        -- text
        doc_number,
        customer_ref_value,
        customer_ref_name,
        currency_code,
        sales_term_ref_value,
        class_ref_value,
        department_ref_value,
        project_ref_value,
        bill_email,
        email_status,
        print_status,
        tax_calculation,
        customer_memo,
        private_note,
        tracking_number,

        -- money, in the invoice's currency unless it says home
        total_amount,
        {{ unless_sent('told_tax', 'TxnTaxDetail.TotalTax', '0') }} as tax_amount,
        balance,
        {{ unless_sent('told_deposit', 'Deposit', '0') }} as deposit_amount,
        {{ unless_sent('told_rate', 'ExchangeRate', '1') }} as exchange_rate,
        {{ home_amount('told_home_total', 'HomeTotalAmt', 'total_amount') }}
            as home_total_amount,
        {{ home_amount('told_home_balance', 'HomeBalance', 'balance') }}
            as home_balance,

        -- numbers
        {{ line_count('"Line"') }} as line_count,

        -- claims
        coalesce(
            total_amount = 0
            and (told_status = 'Voided' or private_note ilike 'voided%'),
            false
        ) as is_voided,

        -- dates
        txn_date,
        due_date,
        ship_date,

        -- objects
        {{ custom_fields_object('payload') }} as custom_fields,
        {{ odd_values(
            fields,
            needed=['customer_ref_value', 'total_amount', 'txn_date'],
            lists=['Line', 'CustomField'],
        ) }} as odd_values,

        -- times and version
        created_at_utc,
        {{ version_columns() }}
    from typed as sent

)

select * from final
