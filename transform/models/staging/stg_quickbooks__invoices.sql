with

source as (

    select * from {{ source('quickbooks', 'qb_invoices') }}

),

renamed as (

    select
        -- key
        realm_id,
        id,

        -- text
        organization,
        payload ->> 'DocNumber' as doc_number,
        payload #>> '{CustomerRef,value}' as customer_ref_value,
        payload #>> '{CustomerRef,name}' as customer_ref_name,
        payload #>> '{CurrencyRef,value}' as currency_code,
        payload #>> '{SalesTermRef,value}' as sales_term_ref_value,
        payload #>> '{ClassRef,value}' as class_ref_value,
        payload #>> '{DepartmentRef,value}' as department_ref_value,
        payload #>> '{ProjectRef,value}' as project_ref_value,
        payload #>> '{BillEmail,Address}' as bill_email,
        payload ->> 'EmailStatus' as email_status,
        payload ->> 'PrintStatus' as print_status,
        payload ->> 'GlobalTaxCalculation' as tax_calculation,
        payload #>> '{CustomerMemo,value}' as customer_memo,
        payload ->> 'PrivateNote' as private_note,
        payload ->> 'TrackingNum' as tracking_number,

        -- money, in the invoice's currency unless it says home
        (payload ->> 'TotalAmt')::numeric as total_amount,
        coalesce((payload #>> '{TxnTaxDetail,TotalTax}')::numeric, 0)
            as tax_amount,
        (payload ->> 'Balance')::numeric as balance,
        coalesce((payload ->> 'Deposit')::numeric, 0) as deposit_amount,
        coalesce((payload ->> 'ExchangeRate')::numeric, 1) as exchange_rate,
        case
            when payload ->> 'HomeTotalAmt' is not null
                then (payload ->> 'HomeTotalAmt')::numeric
            when coalesce((payload ->> 'ExchangeRate')::numeric, 1) = 1
                then (payload ->> 'TotalAmt')::numeric
        end as home_total_amount,
        case
            when payload ->> 'HomeBalance' is not null
                then (payload ->> 'HomeBalance')::numeric
            when coalesce((payload ->> 'ExchangeRate')::numeric, 1) = 1
                then (payload ->> 'Balance')::numeric
        end as home_balance,

        -- numbers
        jsonb_array_length(
            jsonb_path_query_array(payload, '$.Line[*]')
            || jsonb_path_query_array(
                payload, '$.Line[*].GroupLineDetail.Line[*]'
            )
        ) as line_count,

        -- claims
        coalesce(
            (payload ->> 'TotalAmt')::numeric = 0
            and (
                payload ->> 'status' = 'Voided'
                or payload ->> 'PrivateNote' ilike 'voided%'
            ),
            false
        ) as is_voided,

        -- dates
        (payload ->> 'TxnDate')::date as txn_date,
        (payload ->> 'DueDate')::date as due_date,
        (payload ->> 'ShipDate')::date as ship_date,

        -- objects
        {{ custom_fields_object('payload') }} as custom_fields,

        -- times and version
        (payload #>> '{MetaData,CreateTime}')::timestamptz as created_at_utc,
        {{ as_utc('last_updated_at_utc') }} as last_updated_at_utc,
        sync_token,
        {{ as_utc('ingested_at_utc') }} as ingested_at_utc
    from source

)

select * from renamed
