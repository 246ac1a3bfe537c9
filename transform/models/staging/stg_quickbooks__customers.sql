with

source as (

    select * from {{ source('quickbooks', 'qb_customers') }}

),

renamed as (

    select
        -- key
        realm_id,
        id,

        -- text
        organization,
        payload ->> 'DisplayName' as display_name,
        payload ->> 'FullyQualifiedName' as fully_qualified_name,
        payload ->> 'CompanyName' as company_name,
        payload ->> 'GivenName' as given_name,
        payload ->> 'MiddleName' as middle_name,
        payload ->> 'FamilyName' as family_name,
        payload #>> '{PrimaryEmailAddr,Address}' as email,
        payload #>> '{PrimaryPhone,FreeFormNumber}' as phone,
        payload #>> '{Mobile,FreeFormNumber}' as mobile,
        payload #>> '{WebAddr,URI}' as website,
        payload #>> '{BillAddr,Line1}' as bill_line1,
        payload #>> '{BillAddr,City}' as bill_city,
        payload #>> '{BillAddr,CountrySubDivisionCode}' as bill_region,
        payload #>> '{BillAddr,PostalCode}' as bill_postal_code,
        payload #>> '{BillAddr,Country}' as bill_country,
        payload #>> '{ShipAddr,Line1}' as ship_line1,
        payload #>> '{ShipAddr,City}' as ship_city,
        payload #>> '{ShipAddr,CountrySubDivisionCode}' as ship_region,
        payload #>> '{ShipAddr,PostalCode}' as ship_postal_code,
        payload #>> '{ShipAddr,Country}' as ship_country,
        payload ->> 'Notes' as notes,
        payload #>> '{CurrencyRef,value}' as currency_code,
        payload #>> '{ParentRef,value}' as parent_ref_value,
        payload #>> '{SalesTermRef,value}' as sales_term_ref_value,
        payload #>> '{CustomerTypeRef,value}' as customer_type_ref_value,

        -- numbers
        (payload ->> 'Balance')::numeric as balance,
        (payload ->> 'BalanceWithJobs')::numeric as balance_with_jobs,
        (payload ->> 'Level')::integer as hierarchy_level,

        -- claims
        coalesce((payload ->> 'Active')::boolean, true) as is_active,
        coalesce((payload ->> 'Job')::boolean, false) as is_job,
        coalesce((payload ->> 'IsProject')::boolean, false) as is_project,
        (payload ->> 'Taxable')::boolean as is_taxable,

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
