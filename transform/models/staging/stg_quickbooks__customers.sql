{%- set fields = [
    ('display_name', 'text', 'DisplayName'),
    ('fully_qualified_name', 'text', 'FullyQualifiedName'),
    ('company_name', 'text', 'CompanyName'),
    ('given_name', 'text', 'GivenName'),
    ('middle_name', 'text', 'MiddleName'),
    ('family_name', 'text', 'FamilyName'),
    ('email', 'text', 'PrimaryEmailAddr.Address'),
    ('phone', 'text', 'PrimaryPhone.FreeFormNumber'),
    ('mobile', 'text', 'Mobile.FreeFormNumber'),
    ('website', 'text', 'WebAddr.URI'),
    ('bill_line1', 'text', 'BillAddr.Line1'),
    ('bill_city', 'text', 'BillAddr.City'),
    ('bill_region', 'text', 'BillAddr.CountrySubDivisionCode'),
    ('bill_postal_code', 'text', 'BillAddr.PostalCode'),
    ('bill_country', 'text', 'BillAddr.Country'),
    ('ship_line1', 'text', 'ShipAddr.Line1'),
    ('ship_city', 'text', 'ShipAddr.City'),
    ('ship_region', 'text', 'ShipAddr.CountrySubDivisionCode'),
    ('ship_postal_code', 'text', 'ShipAddr.PostalCode'),
    ('ship_country', 'text', 'ShipAddr.Country'),
    ('notes', 'text', 'Notes'),
    ('currency_code', 'reference', 'CurrencyRef.value'),
    ('parent_ref_value', 'reference', 'ParentRef.value'),
    ('sales_term_ref_value', 'reference', 'SalesTermRef.value'),
    ('customer_type_ref_value', 'reference', 'CustomerTypeRef.value'),
    ('balance', 'number', 'Balance'),
    ('balance_with_jobs', 'number', 'BalanceWithJobs'),
    ('hierarchy_level', 'integer', 'Level'),
    ('told_active', 'claim', 'Active'),
    ('told_job', 'claim', 'Job'),
    ('told_project', 'claim', 'IsProject'),
    ('is_taxable', 'claim', 'Taxable'),
    ('created_at_utc', 'instant', 'MetaData.CreateTime'),
] -%}

with

{{ opened('qb_customers', fields) }},

final as (

    select
        -- key
        realm_id,
        id,

        -- text
        display_name,
        fully_qualified_name,
        company_name,
        given_name,
        middle_name,
        family_name,
        email,
        phone,
        mobile,
        website,
        bill_line1,
        bill_city,
        bill_region,
        bill_postal_code,
        bill_country,
        ship_line1,
        ship_city,
        ship_region,
        ship_postal_code,
        ship_country,
        notes,
        currency_code,
        parent_ref_value,
        sales_term_ref_value,
        customer_type_ref_value,

        -- numbers
        balance,
        balance_with_jobs,
        hierarchy_level,

        -- claims
        coalesce(told_active, true) as is_active,
        coalesce(told_job, false) as is_job,
        coalesce(told_project, false) as is_project,
        is_taxable,

        -- objects
        {{ custom_fields_object('payload') }} as custom_fields,
        {{ odd_values(fields, needed=['display_name'], lists=['CustomField']) }}
            as odd_values,

        -- times and version
        created_at_utc,
        {{ version_columns() }}
    from typed as sent

)

select * from final
