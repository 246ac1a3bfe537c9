--
-- PostgreSQL database dump
--


-- Dumped from database version 16.14
-- Dumped by pg_dump version 16.14

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: analytics; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA analytics;


--
-- Name: analytics_intermediate; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA analytics_intermediate;


--
-- Name: analytics_staging; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA analytics_staging;


--
-- Name: raw; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA raw;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: customers; Type: TABLE; Schema: analytics; Owner: -
--

CREATE TABLE analytics.customers (
    realm_id text NOT NULL,
    id text NOT NULL,
    organization text,
    display_name text,
    fully_qualified_name text,
    company_name text,
    given_name text,
    middle_name text,
    family_name text,
    email text,
    phone text,
    mobile text,
    website text,
    bill_line1 text,
    bill_city text,
    bill_region text,
    bill_postal_code text,
    bill_country text,
    ship_line1 text,
    ship_city text,
    ship_region text,
    ship_postal_code text,
    ship_country text,
    notes text,
    currency_code text,
    parent_ref_value text,
    sales_term_ref_value text,
    customer_type_ref_value text,
    balance numeric,
    balance_with_jobs numeric,
    hierarchy_level integer,
    is_active boolean,
    is_job boolean,
    is_project boolean,
    is_taxable boolean,
    custom_fields jsonb,
    is_deleted boolean,
    deleted_at_utc timestamp with time zone,
    created_at_utc timestamp with time zone,
    last_updated_at_utc timestamp with time zone,
    sync_token text,
    ingested_at_utc timestamp with time zone
);


--
-- Name: TABLE customers; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON TABLE analytics.customers IS 'Customers, jobs and projects of all companies, inactive and deleted ones too.';


--
-- Name: COLUMN customers.realm_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.realm_id IS 'The company; with `id` the key.';


--
-- Name: COLUMN customers.id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.id IS 'QuickBooks Id, unique within the company.';


--
-- Name: COLUMN customers.organization; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.organization IS 'The user''s name for the company.';


--
-- Name: COLUMN customers.display_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.display_name IS 'Name, unique in the company; "(deleted)" is appended to inactive ones.';


--
-- Name: COLUMN customers.fully_qualified_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.fully_qualified_name IS 'Name with those of its parents, `Parent:Child`.';


--
-- Name: COLUMN customers.company_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.company_name IS 'Name of the business.';


--
-- Name: COLUMN customers.given_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.given_name IS 'Given name.';


--
-- Name: COLUMN customers.middle_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.middle_name IS 'Middle name.';


--
-- Name: COLUMN customers.family_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.family_name IS 'Family name.';


--
-- Name: COLUMN customers.email; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.email IS 'Primary e-mail address.';


--
-- Name: COLUMN customers.phone; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.phone IS 'Primary phone.';


--
-- Name: COLUMN customers.mobile; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.mobile IS 'Mobile phone.';


--
-- Name: COLUMN customers.website; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.website IS 'Web address.';


--
-- Name: COLUMN customers.bill_line1; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.bill_line1 IS 'Billing address, first line.';


--
-- Name: COLUMN customers.bill_city; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.bill_city IS 'Billing address, city.';


--
-- Name: COLUMN customers.bill_region; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.bill_region IS 'Billing address, state or region.';


--
-- Name: COLUMN customers.bill_postal_code; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.bill_postal_code IS 'Billing address, postal code.';


--
-- Name: COLUMN customers.bill_country; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.bill_country IS 'Billing address, country.';


--
-- Name: COLUMN customers.ship_line1; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.ship_line1 IS 'Shipping address, first line.';


--
-- Name: COLUMN customers.ship_city; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.ship_city IS 'Shipping address, city.';


--
-- Name: COLUMN customers.ship_region; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.ship_region IS 'Shipping address, state or region.';


--
-- Name: COLUMN customers.ship_postal_code; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.ship_postal_code IS 'Shipping address, postal code.';


--
-- Name: COLUMN customers.ship_country; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.ship_country IS 'Shipping address, country.';


--
-- Name: COLUMN customers.notes; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.notes IS 'Free text.';


--
-- Name: COLUMN customers.currency_code; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.currency_code IS 'Currency of the customer; null where the company has one only.';


--
-- Name: COLUMN customers.parent_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.parent_ref_value IS 'Id of the parent customer, as sent.';


--
-- Name: COLUMN customers.sales_term_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.sales_term_ref_value IS 'Id of the payment term, as sent.';


--
-- Name: COLUMN customers.customer_type_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.customer_type_ref_value IS 'Id of the customer type, as sent.';


--
-- Name: COLUMN customers.balance; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.balance IS 'Open balance as of the ingest.';


--
-- Name: COLUMN customers.balance_with_jobs; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.balance_with_jobs IS 'Open balance with that of its jobs.';


--
-- Name: COLUMN customers.hierarchy_level; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.hierarchy_level IS 'Depth below the root customer.';


--
-- Name: COLUMN customers.is_active; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.is_active IS 'False for a customer made inactive.';


--
-- Name: COLUMN customers.is_job; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.is_job IS 'Whether it is a job (sub-customer).';


--
-- Name: COLUMN customers.is_project; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.is_project IS 'Whether it is a project.';


--
-- Name: COLUMN customers.is_taxable; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.is_taxable IS 'Whether sales to it are taxable; null where not told.';


--
-- Name: COLUMN customers.custom_fields; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.custom_fields IS 'Custom fields, name in lower case without spaces and punctuation, to text.';


--
-- Name: COLUMN customers.is_deleted; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.is_deleted IS 'Whether QuickBooks reported it as deleted after this version.';


--
-- Name: COLUMN customers.deleted_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.deleted_at_utc IS 'When it was deleted.';


--
-- Name: COLUMN customers.created_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.created_at_utc IS 'MetaData.CreateTime.';


--
-- Name: COLUMN customers.last_updated_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.last_updated_at_utc IS 'MetaData.LastUpdatedTime, a part of the version.';


--
-- Name: COLUMN customers.sync_token; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.sync_token IS 'SyncToken, a part of the version.';


--
-- Name: COLUMN customers.ingested_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.customers.ingested_at_utc IS 'When the page that brought this version arrived.';


--
-- Name: invoice_lines; Type: TABLE; Schema: analytics; Owner: -
--

CREATE TABLE analytics.invoice_lines (
    realm_id text NOT NULL,
    id text NOT NULL,
    organization text,
    invoice_id text NOT NULL,
    line_position integer,
    line_path text,
    qbo_line_id text,
    parent_line_id text,
    line_kind text,
    detail_type text,
    description text,
    item_id text,
    item_ref_value text,
    item_ref_name text,
    account_ref_value text,
    tax_code_ref_value text,
    class_ref_value text,
    service_date date,
    quantity numeric,
    unit_price numeric,
    discount_percent numeric,
    currency_code text,
    amount numeric,
    tax_inclusive_amount numeric,
    counts_in_total boolean,
    amount_in_total numeric,
    is_voided boolean,
    is_deleted boolean,
    last_updated_at_utc timestamp with time zone,
    sync_token text,
    ingested_at_utc timestamp with time zone
);


--
-- Name: TABLE invoice_lines; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON TABLE analytics.invoice_lines IS 'Present lines of the invoices, nested lines of groups and QuickBooks'' own lines too. The sum of amount_in_total and the invoice''s tax_amount is its total_amount.';


--
-- Name: COLUMN invoice_lines.realm_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.realm_id IS 'The company; with `id` the key.';


--
-- Name: COLUMN invoice_lines.id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.id IS '`<invoice>:<path of the line>`.';


--
-- Name: COLUMN invoice_lines.organization; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.organization IS 'The user''s name for the company.';


--
-- Name: COLUMN invoice_lines.invoice_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.invoice_id IS 'The invoice.';


--
-- Name: COLUMN invoice_lines.line_position; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.line_position IS 'Place of the line among its siblings, from 1.';


--
-- Name: COLUMN invoice_lines.line_path; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.line_path IS 'Places from the top: `3`, or `2/1` for the first member of group line 2.';


--
-- Name: COLUMN invoice_lines.qbo_line_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.qbo_line_id IS 'Line Id, unique within the invoice; null for lines made by QuickBooks.';


--
-- Name: COLUMN invoice_lines.parent_line_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.parent_line_id IS 'The group line that holds this line.';


--
-- Name: COLUMN invoice_lines.line_kind; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.line_kind IS 'item, shipping, gratuity, group, description, subtotal, discount, tax or other.';


--
-- Name: COLUMN invoice_lines.detail_type; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.detail_type IS 'QuickBooks'' DetailType.';


--
-- Name: COLUMN invoice_lines.description; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.description IS 'Text of the line.';


--
-- Name: COLUMN invoice_lines.item_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.item_id IS 'The item; null for shipping, tips, no item, or one that is not loaded.';


--
-- Name: COLUMN invoice_lines.item_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.item_ref_value IS 'Id of the item, as sent.';


--
-- Name: COLUMN invoice_lines.item_ref_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.item_ref_name IS 'Name of the item, as sent with the line.';


--
-- Name: COLUMN invoice_lines.account_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.account_ref_value IS 'Id of the income or discount account, as sent.';


--
-- Name: COLUMN invoice_lines.tax_code_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.tax_code_ref_value IS 'Tax code, as sent.';


--
-- Name: COLUMN invoice_lines.class_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.class_ref_value IS 'Id of the class, as sent.';


--
-- Name: COLUMN invoice_lines.service_date; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.service_date IS 'Date of the service.';


--
-- Name: COLUMN invoice_lines.quantity; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.quantity IS 'Quantity.';


--
-- Name: COLUMN invoice_lines.unit_price; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.unit_price IS 'Price of one.';


--
-- Name: COLUMN invoice_lines.discount_percent; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.discount_percent IS 'Percentage of a discount line.';


--
-- Name: COLUMN invoice_lines.currency_code; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.currency_code IS 'Currency of the invoice.';


--
-- Name: COLUMN invoice_lines.amount; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.amount IS 'Amount as sent: positive on discounts, repeated by subtotals.';


--
-- Name: COLUMN invoice_lines.tax_inclusive_amount; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.tax_inclusive_amount IS 'Amount with tax, where prices include it.';


--
-- Name: COLUMN invoice_lines.counts_in_total; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.counts_in_total IS 'Whether the amount is a part of what was sold.';


--
-- Name: COLUMN invoice_lines.amount_in_total; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.amount_in_total IS 'Signed share in the total before tax; these and tax add up to the total.';


--
-- Name: COLUMN invoice_lines.is_voided; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.is_voided IS 'Whether the invoice is voided.';


--
-- Name: COLUMN invoice_lines.is_deleted; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.is_deleted IS 'Whether the invoice is deleted.';


--
-- Name: COLUMN invoice_lines.last_updated_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.last_updated_at_utc IS 'MetaData.LastUpdatedTime, a part of the version.';


--
-- Name: COLUMN invoice_lines.sync_token; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.sync_token IS 'SyncToken, a part of the version.';


--
-- Name: COLUMN invoice_lines.ingested_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoice_lines.ingested_at_utc IS 'When the page that brought this version arrived.';


--
-- Name: invoices; Type: TABLE; Schema: analytics; Owner: -
--

CREATE TABLE analytics.invoices (
    realm_id text NOT NULL,
    id text NOT NULL,
    organization text,
    doc_number text,
    customer_id text,
    customer_ref_value text,
    customer_ref_name text,
    txn_date date,
    due_date date,
    ship_date date,
    currency_code text,
    total_amount numeric,
    tax_amount numeric,
    balance numeric,
    deposit_amount numeric,
    exchange_rate numeric,
    home_total_amount numeric,
    home_balance numeric,
    line_count integer,
    is_voided boolean,
    sales_term_ref_value text,
    class_ref_value text,
    department_ref_value text,
    project_ref_value text,
    bill_email text,
    email_status text,
    print_status text,
    tax_calculation text,
    customer_memo text,
    private_note text,
    tracking_number text,
    custom_fields jsonb,
    is_deleted boolean,
    deleted_at_utc timestamp with time zone,
    created_at_utc timestamp with time zone,
    last_updated_at_utc timestamp with time zone,
    sync_token text,
    ingested_at_utc timestamp with time zone
);


--
-- Name: TABLE invoices; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON TABLE analytics.invoices IS 'Invoices at their present version, voided and deleted ones too.';


--
-- Name: COLUMN invoices.realm_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.realm_id IS 'The company; with `id` the key.';


--
-- Name: COLUMN invoices.id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.id IS 'QuickBooks Id, unique within the company.';


--
-- Name: COLUMN invoices.organization; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.organization IS 'The user''s name for the company.';


--
-- Name: COLUMN invoices.doc_number; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.doc_number IS 'Number printed on the invoice.';


--
-- Name: COLUMN invoices.customer_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.customer_id IS 'The customer; null while that row is not loaded.';


--
-- Name: COLUMN invoices.customer_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.customer_ref_value IS 'Id of the customer, as sent.';


--
-- Name: COLUMN invoices.customer_ref_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.customer_ref_name IS 'Name of the customer, as sent with the invoice.';


--
-- Name: COLUMN invoices.txn_date; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.txn_date IS 'Date of the invoice.';


--
-- Name: COLUMN invoices.due_date; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.due_date IS 'Date when payment is due.';


--
-- Name: COLUMN invoices.ship_date; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.ship_date IS 'Date of shipping.';


--
-- Name: COLUMN invoices.currency_code; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.currency_code IS 'Currency; null where the company has one only.';


--
-- Name: COLUMN invoices.total_amount; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.total_amount IS 'Total with tax, in the currency of the invoice.';


--
-- Name: COLUMN invoices.tax_amount; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.tax_amount IS 'Tax, in the currency of the invoice.';


--
-- Name: COLUMN invoices.balance; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.balance IS 'What is still open, as of the ingest.';


--
-- Name: COLUMN invoices.deposit_amount; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.deposit_amount IS 'Paid with the invoice.';


--
-- Name: COLUMN invoices.exchange_rate; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.exchange_rate IS 'Home currency per one unit; 1 where none is sent.';


--
-- Name: COLUMN invoices.home_total_amount; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.home_total_amount IS 'Total in home currency; null where QuickBooks does not tell.';


--
-- Name: COLUMN invoices.home_balance; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.home_balance IS 'Open amount in home currency; null where QuickBooks does not tell.';


--
-- Name: COLUMN invoices.line_count; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.line_count IS 'Lines in the payload, nested ones too.';


--
-- Name: COLUMN invoices.is_voided; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.is_voided IS 'Total 0 and marked as voided (see DECISIONS.md).';


--
-- Name: COLUMN invoices.sales_term_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.sales_term_ref_value IS 'Id of the payment term, as sent.';


--
-- Name: COLUMN invoices.class_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.class_ref_value IS 'Id of the class, as sent.';


--
-- Name: COLUMN invoices.department_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.department_ref_value IS 'Id of the location, as sent.';


--
-- Name: COLUMN invoices.project_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.project_ref_value IS 'Id of the project, as sent.';


--
-- Name: COLUMN invoices.bill_email; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.bill_email IS 'E-mail address for the bill.';


--
-- Name: COLUMN invoices.email_status; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.email_status IS 'NotSet, NeedToSend or EmailSent.';


--
-- Name: COLUMN invoices.print_status; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.print_status IS 'NotSet, NeedToPrint or PrintComplete.';


--
-- Name: COLUMN invoices.tax_calculation; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.tax_calculation IS 'TaxExcluded, TaxInclusive or NotApplicable.';


--
-- Name: COLUMN invoices.customer_memo; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.customer_memo IS 'Message to the customer.';


--
-- Name: COLUMN invoices.private_note; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.private_note IS 'Note for oneself.';


--
-- Name: COLUMN invoices.tracking_number; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.tracking_number IS 'Tracking number of the shipping.';


--
-- Name: COLUMN invoices.custom_fields; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.custom_fields IS 'Custom fields, name in lower case without spaces and punctuation, to text.';


--
-- Name: COLUMN invoices.is_deleted; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.is_deleted IS 'Whether QuickBooks reported it as deleted after this version.';


--
-- Name: COLUMN invoices.deleted_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.deleted_at_utc IS 'When it was deleted.';


--
-- Name: COLUMN invoices.created_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.created_at_utc IS 'MetaData.CreateTime.';


--
-- Name: COLUMN invoices.last_updated_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.last_updated_at_utc IS 'MetaData.LastUpdatedTime, a part of the version.';


--
-- Name: COLUMN invoices.sync_token; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.sync_token IS 'SyncToken, a part of the version.';


--
-- Name: COLUMN invoices.ingested_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.invoices.ingested_at_utc IS 'When the page that brought this version arrived.';


--
-- Name: items; Type: TABLE; Schema: analytics; Owner: -
--

CREATE TABLE analytics.items (
    realm_id text NOT NULL,
    id text NOT NULL,
    organization text,
    item_name text,
    fully_qualified_name text,
    item_type text,
    sku text,
    description text,
    purchase_description text,
    parent_ref_value text,
    income_account_ref_value text,
    expense_account_ref_value text,
    asset_account_ref_value text,
    unit_price numeric,
    purchase_cost numeric,
    quantity_on_hand numeric,
    reorder_point numeric,
    hierarchy_level integer,
    is_active boolean,
    is_sub_item boolean,
    is_taxable boolean,
    is_quantity_tracked boolean,
    inventory_start_date date,
    custom_fields jsonb,
    is_deleted boolean,
    deleted_at_utc timestamp with time zone,
    created_at_utc timestamp with time zone,
    last_updated_at_utc timestamp with time zone,
    sync_token text,
    ingested_at_utc timestamp with time zone
);


--
-- Name: TABLE items; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON TABLE analytics.items IS 'Products, services, categories and bundles, inactive and deleted ones too.';


--
-- Name: COLUMN items.realm_id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.realm_id IS 'The company; with `id` the key.';


--
-- Name: COLUMN items.id; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.id IS 'QuickBooks Id, unique within the company.';


--
-- Name: COLUMN items.organization; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.organization IS 'The user''s name for the company.';


--
-- Name: COLUMN items.item_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.item_name IS 'Name of the item.';


--
-- Name: COLUMN items.fully_qualified_name; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.fully_qualified_name IS 'Name with those of its categories.';


--
-- Name: COLUMN items.item_type; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.item_type IS 'Inventory, NonInventory, Service, Category or Group.';


--
-- Name: COLUMN items.sku; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.sku IS 'Stock keeping unit.';


--
-- Name: COLUMN items.description; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.description IS 'Text for sales.';


--
-- Name: COLUMN items.purchase_description; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.purchase_description IS 'Text for purchases.';


--
-- Name: COLUMN items.parent_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.parent_ref_value IS 'Id of the category or parent item, as sent.';


--
-- Name: COLUMN items.income_account_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.income_account_ref_value IS 'Id of the income account, as sent.';


--
-- Name: COLUMN items.expense_account_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.expense_account_ref_value IS 'Id of the expense account, as sent.';


--
-- Name: COLUMN items.asset_account_ref_value; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.asset_account_ref_value IS 'Id of the inventory account, as sent.';


--
-- Name: COLUMN items.unit_price; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.unit_price IS 'Sales price.';


--
-- Name: COLUMN items.purchase_cost; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.purchase_cost IS 'Purchase cost.';


--
-- Name: COLUMN items.quantity_on_hand; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.quantity_on_hand IS 'Stock as of the ingest.';


--
-- Name: COLUMN items.reorder_point; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.reorder_point IS 'Stock at which to order again.';


--
-- Name: COLUMN items.hierarchy_level; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.hierarchy_level IS 'Depth below the top category.';


--
-- Name: COLUMN items.is_active; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.is_active IS 'False for an item made inactive.';


--
-- Name: COLUMN items.is_sub_item; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.is_sub_item IS 'Whether it has a parent.';


--
-- Name: COLUMN items.is_taxable; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.is_taxable IS 'Whether its sale is taxable; null where not told.';


--
-- Name: COLUMN items.is_quantity_tracked; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.is_quantity_tracked IS 'Whether stock is counted.';


--
-- Name: COLUMN items.inventory_start_date; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.inventory_start_date IS 'First day of stock keeping.';


--
-- Name: COLUMN items.custom_fields; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.custom_fields IS 'Custom fields, name in lower case without spaces and punctuation, to text.';


--
-- Name: COLUMN items.is_deleted; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.is_deleted IS 'Whether QuickBooks reported it as deleted after this version.';


--
-- Name: COLUMN items.deleted_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.deleted_at_utc IS 'When it was deleted.';


--
-- Name: COLUMN items.created_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.created_at_utc IS 'MetaData.CreateTime.';


--
-- Name: COLUMN items.last_updated_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.last_updated_at_utc IS 'MetaData.LastUpdatedTime, a part of the version.';


--
-- Name: COLUMN items.sync_token; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.sync_token IS 'SyncToken, a part of the version.';


--
-- Name: COLUMN items.ingested_at_utc; Type: COMMENT; Schema: analytics; Owner: -
--

COMMENT ON COLUMN analytics.items.ingested_at_utc IS 'When the page that brought this version arrived.';


--
-- Name: qb_invoice_lines; Type: TABLE; Schema: raw; Owner: -
--

CREATE TABLE raw.qb_invoice_lines (
    id text NOT NULL,
    realm_id text NOT NULL,
    organization text,
    payload jsonb NOT NULL,
    sync_token text,
    last_updated_at_utc timestamp with time zone,
    ingested_at_utc timestamp with time zone,
    extract_window_start_utc timestamp with time zone,
    extract_window_end_utc timestamp with time zone,
    page_number integer,
    page_size integer,
    request_payload text,
    invoice_id text,
    line_position integer,
    line_path text,
    detail_type text
);


--
-- Name: stg_quickbooks__invoice_lines; Type: VIEW; Schema: analytics_staging; Owner: -
--

CREATE VIEW analytics_staging.stg_quickbooks__invoice_lines AS
 WITH source AS (
         SELECT qb_invoice_lines.id,
            qb_invoice_lines.realm_id,
            qb_invoice_lines.organization,
            qb_invoice_lines.payload,
            qb_invoice_lines.sync_token,
            qb_invoice_lines.last_updated_at_utc,
            qb_invoice_lines.ingested_at_utc,
            qb_invoice_lines.extract_window_start_utc,
            qb_invoice_lines.extract_window_end_utc,
            qb_invoice_lines.page_number,
            qb_invoice_lines.page_size,
            qb_invoice_lines.request_payload,
            qb_invoice_lines.invoice_id,
            qb_invoice_lines.line_position,
            qb_invoice_lines.line_path,
            qb_invoice_lines.detail_type
           FROM raw.qb_invoice_lines
        ), detailed AS (
         SELECT source.id,
            source.realm_id,
            source.organization,
            source.payload,
            source.sync_token,
            source.last_updated_at_utc,
            source.ingested_at_utc,
            source.extract_window_start_utc,
            source.extract_window_end_utc,
            source.page_number,
            source.page_size,
            source.request_payload,
            source.invoice_id,
            source.line_position,
            source.line_path,
            source.detail_type,
            COALESCE((source.payload -> source.detail_type), '{}'::jsonb) AS detail
           FROM source
        ), renamed AS (
         SELECT detailed.realm_id,
            detailed.id,
            detailed.invoice_id,
            detailed.organization,
            detailed.line_path,
            (detailed.payload ->> 'Id'::text) AS qbo_line_id,
            detailed.detail_type,
            (detailed.payload ->> 'Description'::text) AS description,
            COALESCE((detailed.detail #>> '{ItemRef,value}'::text[]), (detailed.detail #>> '{GroupItemRef,value}'::text[])) AS item_ref_value,
            COALESCE((detailed.detail #>> '{ItemRef,name}'::text[]), (detailed.detail #>> '{GroupItemRef,name}'::text[])) AS item_ref_name,
            COALESCE((detailed.detail #>> '{ItemAccountRef,value}'::text[]), (detailed.detail #>> '{DiscountAccountRef,value}'::text[])) AS account_ref_value,
            (detailed.detail #>> '{TaxCodeRef,value}'::text[]) AS tax_code_ref_value,
            (detailed.detail #>> '{ClassRef,value}'::text[]) AS class_ref_value,
            ((detailed.payload ->> 'Amount'::text))::numeric AS amount,
            ((detailed.detail ->> 'UnitPrice'::text))::numeric AS unit_price,
            ((detailed.detail ->> 'TaxInclusiveAmt'::text))::numeric AS tax_inclusive_amount,
            detailed.line_position,
            COALESCE(((detailed.detail ->> 'Qty'::text))::numeric, ((detailed.detail ->> 'Quantity'::text))::numeric) AS quantity,
            ((detailed.detail ->> 'DiscountPercent'::text))::numeric AS discount_percent,
            ((detailed.detail ->> 'ServiceDate'::text))::date AS service_date,
            to_timestamp((EXTRACT(epoch FROM detailed.last_updated_at_utc))::double precision) AS last_updated_at_utc,
            detailed.sync_token,
            to_timestamp((EXTRACT(epoch FROM detailed.ingested_at_utc))::double precision) AS ingested_at_utc
           FROM detailed
        )
 SELECT realm_id,
    id,
    invoice_id,
    organization,
    line_path,
    qbo_line_id,
    detail_type,
    description,
    item_ref_value,
    item_ref_name,
    account_ref_value,
    tax_code_ref_value,
    class_ref_value,
    amount,
    unit_price,
    tax_inclusive_amount,
    line_position,
    quantity,
    discount_percent,
    service_date,
    last_updated_at_utc,
    sync_token,
    ingested_at_utc
   FROM renamed;


--
-- Name: qb_invoices; Type: TABLE; Schema: raw; Owner: -
--

CREATE TABLE raw.qb_invoices (
    id text NOT NULL,
    realm_id text NOT NULL,
    organization text,
    payload jsonb NOT NULL,
    sync_token text,
    last_updated_at_utc timestamp with time zone,
    ingested_at_utc timestamp with time zone,
    extract_window_start_utc timestamp with time zone,
    extract_window_end_utc timestamp with time zone,
    page_number integer,
    page_size integer,
    request_payload text
);


--
-- Name: stg_quickbooks__invoices; Type: VIEW; Schema: analytics_staging; Owner: -
--

CREATE VIEW analytics_staging.stg_quickbooks__invoices AS
 WITH source AS (
         SELECT qb_invoices.id,
            qb_invoices.realm_id,
            qb_invoices.organization,
            qb_invoices.payload,
            qb_invoices.sync_token,
            qb_invoices.last_updated_at_utc,
            qb_invoices.ingested_at_utc,
            qb_invoices.extract_window_start_utc,
            qb_invoices.extract_window_end_utc,
            qb_invoices.page_number,
            qb_invoices.page_size,
            qb_invoices.request_payload
           FROM raw.qb_invoices
        ), renamed AS (
         SELECT source.realm_id,
            source.id,
            source.organization,
            (source.payload ->> 'DocNumber'::text) AS doc_number,
            (source.payload #>> '{CustomerRef,value}'::text[]) AS customer_ref_value,
            (source.payload #>> '{CustomerRef,name}'::text[]) AS customer_ref_name,
            (source.payload #>> '{CurrencyRef,value}'::text[]) AS currency_code,
            (source.payload #>> '{SalesTermRef,value}'::text[]) AS sales_term_ref_value,
            (source.payload #>> '{ClassRef,value}'::text[]) AS class_ref_value,
            (source.payload #>> '{DepartmentRef,value}'::text[]) AS department_ref_value,
            (source.payload #>> '{ProjectRef,value}'::text[]) AS project_ref_value,
            (source.payload #>> '{BillEmail,Address}'::text[]) AS bill_email,
            (source.payload ->> 'EmailStatus'::text) AS email_status,
            (source.payload ->> 'PrintStatus'::text) AS print_status,
            (source.payload ->> 'GlobalTaxCalculation'::text) AS tax_calculation,
            (source.payload #>> '{CustomerMemo,value}'::text[]) AS customer_memo,
            (source.payload ->> 'PrivateNote'::text) AS private_note,
            (source.payload ->> 'TrackingNum'::text) AS tracking_number,
            ((source.payload ->> 'TotalAmt'::text))::numeric AS total_amount,
            COALESCE(((source.payload #>> '{TxnTaxDetail,TotalTax}'::text[]))::numeric, (0)::numeric) AS tax_amount,
            ((source.payload ->> 'Balance'::text))::numeric AS balance,
            COALESCE(((source.payload ->> 'Deposit'::text))::numeric, (0)::numeric) AS deposit_amount,
            COALESCE(((source.payload ->> 'ExchangeRate'::text))::numeric, (1)::numeric) AS exchange_rate,
                CASE
                    WHEN ((source.payload ->> 'HomeTotalAmt'::text) IS NOT NULL) THEN ((source.payload ->> 'HomeTotalAmt'::text))::numeric
                    WHEN (COALESCE(((source.payload ->> 'ExchangeRate'::text))::numeric, (1)::numeric) = (1)::numeric) THEN ((source.payload ->> 'TotalAmt'::text))::numeric
                    ELSE NULL::numeric
                END AS home_total_amount,
                CASE
                    WHEN ((source.payload ->> 'HomeBalance'::text) IS NOT NULL) THEN ((source.payload ->> 'HomeBalance'::text))::numeric
                    WHEN (COALESCE(((source.payload ->> 'ExchangeRate'::text))::numeric, (1)::numeric) = (1)::numeric) THEN ((source.payload ->> 'Balance'::text))::numeric
                    ELSE NULL::numeric
                END AS home_balance,
            jsonb_array_length((jsonb_path_query_array(source.payload, '$."Line"[*]'::jsonpath) || jsonb_path_query_array(source.payload, '$."Line"[*]."GroupLineDetail"."Line"[*]'::jsonpath))) AS line_count,
            COALESCE(((((source.payload ->> 'TotalAmt'::text))::numeric = (0)::numeric) AND (((source.payload ->> 'status'::text) = 'Voided'::text) OR ((source.payload ->> 'PrivateNote'::text) ~~* 'voided%'::text))), false) AS is_voided,
            ((source.payload ->> 'TxnDate'::text))::date AS txn_date,
            ((source.payload ->> 'DueDate'::text))::date AS due_date,
            ((source.payload ->> 'ShipDate'::text))::date AS ship_date,
            COALESCE(( SELECT jsonb_object_agg(keyed.field_key, keyed.field_value ORDER BY (keyed.field_value IS NOT NULL), keyed.place DESC) AS jsonb_object_agg
                   FROM ( SELECT lower(regexp_replace((listed.field ->> 'Name'::text), '[\s!-/:-@\[-`{-~]+'::text, ''::text, 'g'::text)) AS field_key,
                            COALESCE((listed.field ->> 'StringValue'::text), (listed.field ->> 'NumberValue'::text), (listed.field ->> 'DateValue'::text)) AS field_value,
                            listed.place
                           FROM jsonb_path_query(source.payload, '$."CustomField"[*]'::jsonpath) WITH ORDINALITY listed(field, place)
                          WHERE ((listed.field ->> 'Name'::text) IS NOT NULL)) keyed), '{}'::jsonb) AS custom_fields,
            ((source.payload #>> '{MetaData,CreateTime}'::text[]))::timestamp with time zone AS created_at_utc,
            to_timestamp((EXTRACT(epoch FROM source.last_updated_at_utc))::double precision) AS last_updated_at_utc,
            source.sync_token,
            to_timestamp((EXTRACT(epoch FROM source.ingested_at_utc))::double precision) AS ingested_at_utc
           FROM source
        )
 SELECT realm_id,
    id,
    organization,
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
    total_amount,
    tax_amount,
    balance,
    deposit_amount,
    exchange_rate,
    home_total_amount,
    home_balance,
    line_count,
    is_voided,
    txn_date,
    due_date,
    ship_date,
    custom_fields,
    created_at_utc,
    last_updated_at_utc,
    sync_token,
    ingested_at_utc
   FROM renamed;


--
-- Name: int_invoice_lines_filtered; Type: VIEW; Schema: analytics_intermediate; Owner: -
--

CREATE VIEW analytics_intermediate.int_invoice_lines_filtered AS
 WITH invoices AS (
         SELECT stg_quickbooks__invoices.realm_id,
            stg_quickbooks__invoices.id,
            stg_quickbooks__invoices.organization,
            stg_quickbooks__invoices.doc_number,
            stg_quickbooks__invoices.customer_ref_value,
            stg_quickbooks__invoices.customer_ref_name,
            stg_quickbooks__invoices.currency_code,
            stg_quickbooks__invoices.sales_term_ref_value,
            stg_quickbooks__invoices.class_ref_value,
            stg_quickbooks__invoices.department_ref_value,
            stg_quickbooks__invoices.project_ref_value,
            stg_quickbooks__invoices.bill_email,
            stg_quickbooks__invoices.email_status,
            stg_quickbooks__invoices.print_status,
            stg_quickbooks__invoices.tax_calculation,
            stg_quickbooks__invoices.customer_memo,
            stg_quickbooks__invoices.private_note,
            stg_quickbooks__invoices.tracking_number,
            stg_quickbooks__invoices.total_amount,
            stg_quickbooks__invoices.tax_amount,
            stg_quickbooks__invoices.balance,
            stg_quickbooks__invoices.deposit_amount,
            stg_quickbooks__invoices.exchange_rate,
            stg_quickbooks__invoices.home_total_amount,
            stg_quickbooks__invoices.home_balance,
            stg_quickbooks__invoices.line_count,
            stg_quickbooks__invoices.is_voided,
            stg_quickbooks__invoices.txn_date,
            stg_quickbooks__invoices.due_date,
            stg_quickbooks__invoices.ship_date,
            stg_quickbooks__invoices.custom_fields,
            stg_quickbooks__invoices.created_at_utc,
            stg_quickbooks__invoices.last_updated_at_utc,
            stg_quickbooks__invoices.sync_token,
            stg_quickbooks__invoices.ingested_at_utc
           FROM analytics_staging.stg_quickbooks__invoices
        ), invoice_lines AS (
         SELECT stg_quickbooks__invoice_lines.realm_id,
            stg_quickbooks__invoice_lines.id,
            stg_quickbooks__invoice_lines.invoice_id,
            stg_quickbooks__invoice_lines.organization,
            stg_quickbooks__invoice_lines.line_path,
            stg_quickbooks__invoice_lines.qbo_line_id,
            stg_quickbooks__invoice_lines.detail_type,
            stg_quickbooks__invoice_lines.description,
            stg_quickbooks__invoice_lines.item_ref_value,
            stg_quickbooks__invoice_lines.item_ref_name,
            stg_quickbooks__invoice_lines.account_ref_value,
            stg_quickbooks__invoice_lines.tax_code_ref_value,
            stg_quickbooks__invoice_lines.class_ref_value,
            stg_quickbooks__invoice_lines.amount,
            stg_quickbooks__invoice_lines.unit_price,
            stg_quickbooks__invoice_lines.tax_inclusive_amount,
            stg_quickbooks__invoice_lines.line_position,
            stg_quickbooks__invoice_lines.quantity,
            stg_quickbooks__invoice_lines.discount_percent,
            stg_quickbooks__invoice_lines.service_date,
            stg_quickbooks__invoice_lines.last_updated_at_utc,
            stg_quickbooks__invoice_lines.sync_token,
            stg_quickbooks__invoice_lines.ingested_at_utc
           FROM analytics_staging.stg_quickbooks__invoice_lines
        ), present AS (
         SELECT invoice_lines.realm_id,
            invoice_lines.id,
            invoice_lines.invoice_id,
            invoice_lines.organization,
            invoice_lines.line_path,
            invoice_lines.qbo_line_id,
            invoice_lines.detail_type,
            invoice_lines.description,
            invoice_lines.item_ref_value,
            invoice_lines.item_ref_name,
            invoice_lines.account_ref_value,
            invoice_lines.tax_code_ref_value,
            invoice_lines.class_ref_value,
            invoice_lines.amount,
            invoice_lines.unit_price,
            invoice_lines.tax_inclusive_amount,
            invoice_lines.line_position,
            invoice_lines.quantity,
            invoice_lines.discount_percent,
            invoice_lines.service_date,
            invoice_lines.last_updated_at_utc,
            invoice_lines.sync_token,
            invoice_lines.ingested_at_utc
           FROM (invoice_lines
             JOIN invoices ON (((invoice_lines.realm_id = invoices.realm_id) AND (invoice_lines.invoice_id = invoices.id) AND (invoice_lines.ingested_at_utc = invoices.ingested_at_utc) AND (NOT (invoice_lines.last_updated_at_utc IS DISTINCT FROM invoices.last_updated_at_utc)) AND (NOT (invoice_lines.sync_token IS DISTINCT FROM invoices.sync_token)))))
        ), classified AS (
         SELECT present.realm_id,
            present.id,
            present.invoice_id,
            present.organization,
            present.line_path,
            present.qbo_line_id,
            present.detail_type,
            present.description,
            present.item_ref_value,
            present.item_ref_name,
            present.account_ref_value,
            present.tax_code_ref_value,
            present.class_ref_value,
            present.amount,
            present.unit_price,
            present.tax_inclusive_amount,
            present.line_position,
            present.quantity,
            present.discount_percent,
            present.service_date,
            present.last_updated_at_utc,
            present.sync_token,
            present.ingested_at_utc,
                CASE
                    WHEN (present.detail_type = 'SubTotalLineDetail'::text) THEN 'subtotal'::text
                    WHEN (present.detail_type = 'DiscountLineDetail'::text) THEN 'discount'::text
                    WHEN (present.detail_type = 'GroupLineDetail'::text) THEN 'group'::text
                    WHEN (present.detail_type = 'TaxLineDetail'::text) THEN 'tax'::text
                    WHEN (present.detail_type = ANY (ARRAY['DescriptionOnly'::text, 'DescriptionLineDetail'::text])) THEN 'description'::text
                    WHEN (present.item_ref_value = 'SHIPPING_ITEM_ID'::text) THEN 'shipping'::text
                    WHEN (present.item_ref_value = 'GRATUITY_ITEM_ID'::text) THEN 'gratuity'::text
                    WHEN (present.detail_type = 'SalesItemLineDetail'::text) THEN 'item'::text
                    ELSE 'other'::text
                END AS line_kind
           FROM present
        ), counted AS (
         SELECT classified.realm_id,
            classified.id,
            classified.invoice_id,
            classified.organization,
            classified.line_path,
            classified.qbo_line_id,
            classified.detail_type,
            classified.description,
            classified.item_ref_value,
            classified.item_ref_name,
            classified.account_ref_value,
            classified.tax_code_ref_value,
            classified.class_ref_value,
            classified.amount,
            classified.unit_price,
            classified.tax_inclusive_amount,
            classified.line_position,
            classified.quantity,
            classified.discount_percent,
            classified.service_date,
            classified.last_updated_at_utc,
            classified.sync_token,
            classified.ingested_at_utc,
            classified.line_kind,
                CASE
                    WHEN (classified.line_path ~~ '%/%'::text) THEN max(classified.id) FILTER (WHERE (classified.line_path !~~ '%/%'::text)) OVER (PARTITION BY classified.realm_id, classified.invoice_id, (split_part(classified.line_path, '/'::text, 1)))
                    ELSE NULL::text
                END AS parent_line_id,
            (classified.line_kind = ANY (ARRAY['item'::text, 'shipping'::text, 'gratuity'::text, 'other'::text])) AS counts_in_total,
                CASE
                    WHEN (classified.line_kind = 'discount'::text) THEN (- classified.amount)
                    WHEN (classified.line_kind = ANY (ARRAY['item'::text, 'shipping'::text, 'gratuity'::text, 'other'::text])) THEN classified.amount
                    ELSE (0)::numeric
                END AS amount_in_total
           FROM classified
        )
 SELECT realm_id,
    id,
    invoice_id,
    organization,
    line_path,
    qbo_line_id,
    detail_type,
    description,
    item_ref_value,
    item_ref_name,
    account_ref_value,
    tax_code_ref_value,
    class_ref_value,
    amount,
    unit_price,
    tax_inclusive_amount,
    line_position,
    quantity,
    discount_percent,
    service_date,
    last_updated_at_utc,
    sync_token,
    ingested_at_utc,
    line_kind,
    parent_line_id,
    counts_in_total,
    amount_in_total
   FROM counted;


--
-- Name: qb_customers; Type: TABLE; Schema: raw; Owner: -
--

CREATE TABLE raw.qb_customers (
    id text NOT NULL,
    realm_id text NOT NULL,
    organization text,
    payload jsonb NOT NULL,
    sync_token text,
    last_updated_at_utc timestamp with time zone,
    ingested_at_utc timestamp with time zone,
    extract_window_start_utc timestamp with time zone,
    extract_window_end_utc timestamp with time zone,
    page_number integer,
    page_size integer,
    request_payload text
);


--
-- Name: stg_quickbooks__customers; Type: VIEW; Schema: analytics_staging; Owner: -
--

CREATE VIEW analytics_staging.stg_quickbooks__customers AS
 WITH source AS (
         SELECT qb_customers.id,
            qb_customers.realm_id,
            qb_customers.organization,
            qb_customers.payload,
            qb_customers.sync_token,
            qb_customers.last_updated_at_utc,
            qb_customers.ingested_at_utc,
            qb_customers.extract_window_start_utc,
            qb_customers.extract_window_end_utc,
            qb_customers.page_number,
            qb_customers.page_size,
            qb_customers.request_payload
           FROM raw.qb_customers
        ), renamed AS (
         SELECT source.realm_id,
            source.id,
            source.organization,
            (source.payload ->> 'DisplayName'::text) AS display_name,
            (source.payload ->> 'FullyQualifiedName'::text) AS fully_qualified_name,
            (source.payload ->> 'CompanyName'::text) AS company_name,
            (source.payload ->> 'GivenName'::text) AS given_name,
            (source.payload ->> 'MiddleName'::text) AS middle_name,
            (source.payload ->> 'FamilyName'::text) AS family_name,
            (source.payload #>> '{PrimaryEmailAddr,Address}'::text[]) AS email,
            (source.payload #>> '{PrimaryPhone,FreeFormNumber}'::text[]) AS phone,
            (source.payload #>> '{Mobile,FreeFormNumber}'::text[]) AS mobile,
            (source.payload #>> '{WebAddr,URI}'::text[]) AS website,
            (source.payload #>> '{BillAddr,Line1}'::text[]) AS bill_line1,
            (source.payload #>> '{BillAddr,City}'::text[]) AS bill_city,
            (source.payload #>> '{BillAddr,CountrySubDivisionCode}'::text[]) AS bill_region,
            (source.payload #>> '{BillAddr,PostalCode}'::text[]) AS bill_postal_code,
            (source.payload #>> '{BillAddr,Country}'::text[]) AS bill_country,
            (source.payload #>> '{ShipAddr,Line1}'::text[]) AS ship_line1,
            (source.payload #>> '{ShipAddr,City}'::text[]) AS ship_city,
            (source.payload #>> '{ShipAddr,CountrySubDivisionCode}'::text[]) AS ship_region,
            (source.payload #>> '{ShipAddr,PostalCode}'::text[]) AS ship_postal_code,
            (source.payload #>> '{ShipAddr,Country}'::text[]) AS ship_country,
            (source.payload ->> 'Notes'::text) AS notes,
            (source.payload #>> '{CurrencyRef,value}'::text[]) AS currency_code,
            (source.payload #>> '{ParentRef,value}'::text[]) AS parent_ref_value,
            (source.payload #>> '{SalesTermRef,value}'::text[]) AS sales_term_ref_value,
            (source.payload #>> '{CustomerTypeRef,value}'::text[]) AS customer_type_ref_value,
            ((source.payload ->> 'Balance'::text))::numeric AS balance,
            ((source.payload ->> 'BalanceWithJobs'::text))::numeric AS balance_with_jobs,
            ((source.payload ->> 'Level'::text))::integer AS hierarchy_level,
            COALESCE(((source.payload ->> 'Active'::text))::boolean, true) AS is_active,
            COALESCE(((source.payload ->> 'Job'::text))::boolean, false) AS is_job,
            COALESCE(((source.payload ->> 'IsProject'::text))::boolean, false) AS is_project,
            ((source.payload ->> 'Taxable'::text))::boolean AS is_taxable,
            COALESCE(( SELECT jsonb_object_agg(keyed.field_key, keyed.field_value ORDER BY (keyed.field_value IS NOT NULL), keyed.place DESC) AS jsonb_object_agg
                   FROM ( SELECT lower(regexp_replace((listed.field ->> 'Name'::text), '[\s!-/:-@\[-`{-~]+'::text, ''::text, 'g'::text)) AS field_key,
                            COALESCE((listed.field ->> 'StringValue'::text), (listed.field ->> 'NumberValue'::text), (listed.field ->> 'DateValue'::text)) AS field_value,
                            listed.place
                           FROM jsonb_path_query(source.payload, '$."CustomField"[*]'::jsonpath) WITH ORDINALITY listed(field, place)
                          WHERE ((listed.field ->> 'Name'::text) IS NOT NULL)) keyed), '{}'::jsonb) AS custom_fields,
            ((source.payload #>> '{MetaData,CreateTime}'::text[]))::timestamp with time zone AS created_at_utc,
            to_timestamp((EXTRACT(epoch FROM source.last_updated_at_utc))::double precision) AS last_updated_at_utc,
            source.sync_token,
            to_timestamp((EXTRACT(epoch FROM source.ingested_at_utc))::double precision) AS ingested_at_utc
           FROM source
        )
 SELECT realm_id,
    id,
    organization,
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
    balance,
    balance_with_jobs,
    hierarchy_level,
    is_active,
    is_job,
    is_project,
    is_taxable,
    custom_fields,
    created_at_utc,
    last_updated_at_utc,
    sync_token,
    ingested_at_utc
   FROM renamed;


--
-- Name: qb_deletions; Type: TABLE; Schema: raw; Owner: -
--

CREATE TABLE raw.qb_deletions (
    id text NOT NULL,
    realm_id text NOT NULL,
    organization text,
    payload jsonb NOT NULL,
    sync_token text,
    last_updated_at_utc timestamp with time zone,
    ingested_at_utc timestamp with time zone,
    extract_window_start_utc timestamp with time zone,
    extract_window_end_utc timestamp with time zone,
    page_number integer,
    page_size integer,
    request_payload text,
    entity text,
    deleted_id text,
    deleted_at_utc timestamp with time zone
);


--
-- Name: stg_quickbooks__deletions; Type: VIEW; Schema: analytics_staging; Owner: -
--

CREATE VIEW analytics_staging.stg_quickbooks__deletions AS
 WITH source AS (
         SELECT qb_deletions.id,
            qb_deletions.realm_id,
            qb_deletions.organization,
            qb_deletions.payload,
            qb_deletions.sync_token,
            qb_deletions.last_updated_at_utc,
            qb_deletions.ingested_at_utc,
            qb_deletions.extract_window_start_utc,
            qb_deletions.extract_window_end_utc,
            qb_deletions.page_number,
            qb_deletions.page_size,
            qb_deletions.request_payload,
            qb_deletions.entity,
            qb_deletions.deleted_id,
            qb_deletions.deleted_at_utc
           FROM raw.qb_deletions
        ), renamed AS (
         SELECT source.realm_id,
            source.id,
            split_part(source.id, ':'::text, 1) AS entity,
            split_part(source.id, ':'::text, 2) AS deleted_id,
            source.organization,
            to_timestamp((EXTRACT(epoch FROM source.deleted_at_utc))::double precision) AS deleted_at_utc,
            to_timestamp((EXTRACT(epoch FROM source.ingested_at_utc))::double precision) AS ingested_at_utc
           FROM source
        )
 SELECT realm_id,
    id,
    entity,
    deleted_id,
    organization,
    deleted_at_utc,
    ingested_at_utc
   FROM renamed;


--
-- Name: qb_items; Type: TABLE; Schema: raw; Owner: -
--

CREATE TABLE raw.qb_items (
    id text NOT NULL,
    realm_id text NOT NULL,
    organization text,
    payload jsonb NOT NULL,
    sync_token text,
    last_updated_at_utc timestamp with time zone,
    ingested_at_utc timestamp with time zone,
    extract_window_start_utc timestamp with time zone,
    extract_window_end_utc timestamp with time zone,
    page_number integer,
    page_size integer,
    request_payload text
);


--
-- Name: stg_quickbooks__items; Type: VIEW; Schema: analytics_staging; Owner: -
--

CREATE VIEW analytics_staging.stg_quickbooks__items AS
 WITH source AS (
         SELECT qb_items.id,
            qb_items.realm_id,
            qb_items.organization,
            qb_items.payload,
            qb_items.sync_token,
            qb_items.last_updated_at_utc,
            qb_items.ingested_at_utc,
            qb_items.extract_window_start_utc,
            qb_items.extract_window_end_utc,
            qb_items.page_number,
            qb_items.page_size,
            qb_items.request_payload
           FROM raw.qb_items
        ), renamed AS (
         SELECT source.realm_id,
            source.id,
            source.organization,
            (source.payload ->> 'Name'::text) AS item_name,
            (source.payload ->> 'FullyQualifiedName'::text) AS fully_qualified_name,
            (source.payload ->> 'Type'::text) AS item_type,
            (source.payload ->> 'Sku'::text) AS sku,
            (source.payload ->> 'Description'::text) AS description,
            (source.payload ->> 'PurchaseDesc'::text) AS purchase_description,
            (source.payload #>> '{ParentRef,value}'::text[]) AS parent_ref_value,
            (source.payload #>> '{IncomeAccountRef,value}'::text[]) AS income_account_ref_value,
            (source.payload #>> '{ExpenseAccountRef,value}'::text[]) AS expense_account_ref_value,
            (source.payload #>> '{AssetAccountRef,value}'::text[]) AS asset_account_ref_value,
            ((source.payload ->> 'UnitPrice'::text))::numeric AS unit_price,
            ((source.payload ->> 'PurchaseCost'::text))::numeric AS purchase_cost,
            ((source.payload ->> 'QtyOnHand'::text))::numeric AS quantity_on_hand,
            ((source.payload ->> 'ReorderPoint'::text))::numeric AS reorder_point,
            ((source.payload ->> 'Level'::text))::integer AS hierarchy_level,
            COALESCE(((source.payload ->> 'Active'::text))::boolean, true) AS is_active,
            COALESCE(((source.payload ->> 'SubItem'::text))::boolean, false) AS is_sub_item,
            ((source.payload ->> 'Taxable'::text))::boolean AS is_taxable,
            COALESCE(((source.payload ->> 'TrackQtyOnHand'::text))::boolean, false) AS is_quantity_tracked,
            ((source.payload ->> 'InvStartDate'::text))::date AS inventory_start_date,
            COALESCE(( SELECT jsonb_object_agg(keyed.field_key, keyed.field_value ORDER BY (keyed.field_value IS NOT NULL), keyed.place DESC) AS jsonb_object_agg
                   FROM ( SELECT lower(regexp_replace((listed.field ->> 'Name'::text), '[\s!-/:-@\[-`{-~]+'::text, ''::text, 'g'::text)) AS field_key,
                            COALESCE((listed.field ->> 'StringValue'::text), (listed.field ->> 'NumberValue'::text), (listed.field ->> 'DateValue'::text)) AS field_value,
                            listed.place
                           FROM jsonb_path_query(source.payload, '$."CustomField"[*]'::jsonpath) WITH ORDINALITY listed(field, place)
                          WHERE ((listed.field ->> 'Name'::text) IS NOT NULL)) keyed), '{}'::jsonb) AS custom_fields,
            ((source.payload #>> '{MetaData,CreateTime}'::text[]))::timestamp with time zone AS created_at_utc,
            to_timestamp((EXTRACT(epoch FROM source.last_updated_at_utc))::double precision) AS last_updated_at_utc,
            source.sync_token,
            to_timestamp((EXTRACT(epoch FROM source.ingested_at_utc))::double precision) AS ingested_at_utc
           FROM source
        )
 SELECT realm_id,
    id,
    organization,
    item_name,
    fully_qualified_name,
    item_type,
    sku,
    description,
    purchase_description,
    parent_ref_value,
    income_account_ref_value,
    expense_account_ref_value,
    asset_account_ref_value,
    unit_price,
    purchase_cost,
    quantity_on_hand,
    reorder_point,
    hierarchy_level,
    is_active,
    is_sub_item,
    is_taxable,
    is_quantity_tracked,
    inventory_start_date,
    custom_fields,
    created_at_utc,
    last_updated_at_utc,
    sync_token,
    ingested_at_utc
   FROM renamed;


--
-- Name: qb_current_ids; Type: TABLE; Schema: raw; Owner: -
--

CREATE TABLE raw.qb_current_ids (
    id text NOT NULL,
    realm_id text NOT NULL,
    organization text,
    payload jsonb NOT NULL,
    sync_token text,
    last_updated_at_utc timestamp with time zone,
    ingested_at_utc timestamp with time zone,
    extract_window_start_utc timestamp with time zone,
    extract_window_end_utc timestamp with time zone,
    page_number integer,
    page_size integer,
    request_payload text,
    entity text,
    current_id text,
    snapshot_at_utc timestamp with time zone,
    is_complete boolean
);


--
-- Data for Name: customers; Type: TABLE DATA; Schema: analytics; Owner: -
--

INSERT INTO analytics.customers VALUES ('9130350000000071', '2', 'Bakery', 'Çelik Marine Engines 株式会社 2', 'Çelik Marine Engines 株式会社 2', 'Çelik Marine Engines 株式会社 2', 'Eloísa', NULL, 'Mbeki', 'billing+2@example.com', '(650) 555-2418', NULL, NULL, '1470 Mission Blvd', 'Half Moon Bay', 'CA', '94213', NULL, '1470 Mission Blvd', 'Half Moon Bay', 'CA', '94213', NULL, 'Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', 'USD', NULL, '3', NULL, 24736.13, 24736.13, NULL, true, false, false, true, '{}', false, NULL, '2026-10-07 06:45:53+00', '2026-10-18 08:57:47+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '3', 'Bakery', 'Müller Brew Works 🍺 & Sons 3 (deleted)', 'Müller Brew Works 🍺 & Sons 3 (deleted)', 'Müller Brew Works 🍺 & Sons 3', 'Bill', NULL, 'Lucchini', 'billing+3@example.com', '(650) 555-7739', NULL, NULL, '4503 Industrial Pkwy', 'Monterrey', 'NL', '64000', NULL, '4503 Industrial Pkwy', 'Monterrey', 'NL', '64000', NULL, 'Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', 'USD', NULL, '1', NULL, 9670.40, 9670.40, NULL, false, false, false, false, '{}', false, NULL, '2026-10-15 13:59:53+00', '2026-10-15 13:59:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '4', 'Bakery', 'López Freight & Sons 4 (deleted)', 'López Freight & Sons 4 (deleted)', 'López Freight & Sons 4', 'Tomás', NULL, 'García', 'billing+4@example.com', '(650) 555-7683', NULL, NULL, '2092 Ocean Ave', 'Middlefield', 'CA', '94482', NULL, '2092 Ocean Ave', 'Middlefield', 'CA', '94482', NULL, '請在收到後三十天內付款', 'USD', NULL, '3', NULL, 19073.51, 19073.51, NULL, false, false, false, true, '{}', false, NULL, '2026-10-20 03:47:58+00', '2026-10-28 18:56:46+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '5', 'Bakery', 'Ibáñez Generators 株式会社 5', 'Ibáñez Generators 株式会社 5', 'Ibáñez Generators 株式会社 5', 'Ximena', NULL, '김', 'billing+5@example.com', '(650) 555-9347', NULL, NULL, '7259 Rue de l''Église', 'Québec', 'QC', 'G1R 4P5', NULL, '7259 Rue de l''Église', 'Québec', 'QC', 'G1R 4P5', NULL, NULL, 'USD', NULL, '1', NULL, 17582.44, 17582.44, NULL, true, false, false, true, '{}', false, NULL, '2026-10-24 15:00:53+00', '2026-10-24 15:00:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '6', 'Bakery', 'García Solar ☀️ 株式会社 6', 'García Solar ☀️ 株式会社 6', 'García Solar ☀️ 株式会社 6', 'José', NULL, 'Nguyễn', 'billing+6@example.com', '(650) 555-7290', NULL, NULL, '2910 Peninsula Rd', 'Monterrey', 'NL', '64000', NULL, '2910 Peninsula Rd', 'Monterrey', 'NL', '64000', NULL, NULL, 'USD', NULL, '4', NULL, 0.00, 0.00, NULL, true, false, false, false, '{}', false, NULL, '2026-10-29 06:13:06+00', '2026-10-29 06:13:06+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '7', 'Bakery', 'García Marine Engines LLC 7 (deleted)', 'García Marine Engines LLC 7 (deleted)', 'García Marine Engines LLC 7', 'Ximena', NULL, 'Çelik', 'billing+7@example.com', '(650) 555-6997', NULL, NULL, '9627 Industrial Pkwy', 'Tulsa', 'OK', '74103', NULL, '9627 Industrial Pkwy', 'Tulsa', 'OK', '74103', NULL, NULL, 'CAD', NULL, '1', NULL, 0.00, 0.00, NULL, false, false, false, false, '{}', false, NULL, '2026-11-04 16:57:26+00', '2026-11-09 23:59:59+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '8', 'Bakery', 'Job 8 Johansson', 'Müller Brew Works 🍺 & Sons 3:Job 8 Johansson', 'Job 8 Johansson', 'Eloísa', NULL, 'Lau', 'billing+8@example.com', '(650) 555-2461', NULL, NULL, '4586 Industrial Pkwy', 'Half Moon Bay', 'CA', '94213', NULL, '4586 Industrial Pkwy', 'Half Moon Bay', 'CA', '94213', NULL, NULL, 'USD', '3', '2', NULL, 0.00, 0.00, 1, true, true, false, true, '{}', false, NULL, '2026-11-08 11:36:55+00', '2026-11-09 23:59:59+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '1', 'Garage', 'Sonnenschein Machine Tools 株式会社 1', 'Sonnenschein Machine Tools 株式会社 1', 'Sonnenschein Machine Tools 株式会社 1', 'Amy', NULL, 'Kruger', 'billing+1@example.com', '(650) 555-7356', NULL, NULL, '8318 Peninsula Rd', 'Québec', 'QC', 'G1R 4P5', NULL, '8318 Peninsula Rd', 'Québec', 'QC', 'G1R 4P5', NULL, NULL, 'USD', NULL, '3', NULL, 176553.86, 176553.86, NULL, true, false, false, true, '{}', false, NULL, '2026-10-01 19:00:10+00', '2026-10-17 22:44:22+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '2', 'Garage', 'Ødegård Machine Tools Co. 2', 'Ødegård Machine Tools Co. 2', 'Ødegård Machine Tools Co. 2', 'Eloísa', NULL, 'Mbeki', 'billing+2@example.com', '(650) 555-1018', NULL, NULL, '5672 Peninsula Rd', 'Tulsa', 'OK', '74103', NULL, '5672 Peninsula Rd', 'Tulsa', 'OK', '74103', NULL, 'Deliver to the "back" gate; call first.', 'USD', NULL, '3', NULL, 27281.47, 171449.23, NULL, true, false, false, true, '{}', false, NULL, '2026-10-08 13:56:01+00', '2026-10-18 04:01:54+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '3', 'Garage', 'Job 3 O''Brien', 'Ødegård Machine Tools Co. 2:Job 3 O''Brien', 'Job 3 O''Brien', 'Noor', NULL, 'Kruger', 'billing+3@example.com', '(650) 555-2674', NULL, NULL, '1582 Mission Blvd', 'Bayshore', 'CA', '94326', NULL, '1582 Mission Blvd', 'Bayshore', 'CA', '94326', NULL, 'Deliver to the "back" gate; call first.', 'USD', '2', '4', NULL, 144167.76, 144167.76, 1, true, true, false, true, '{}', false, NULL, '2026-10-15 19:30:35+00', '2026-11-02 19:48:33+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '4', 'Garage', 'Kowalski Veterinary Clinic LLC 4', 'Kowalski Veterinary Clinic LLC 4', 'Kowalski Veterinary Clinic LLC 4', 'Bill', NULL, 'Sonnenschein', 'billing+4@example.com', '(650) 555-6776', NULL, NULL, '8670 Industrial Pkwy', 'Monterrey', 'NL', '64000', NULL, '8670 Industrial Pkwy', 'Monterrey', 'NL', '64000', NULL, 'Thank you for your business and have a great day!', 'USD', NULL, '4', NULL, 55359.59, 55359.59, NULL, true, false, false, true, '{}', false, NULL, '2026-10-18 19:08:02+00', '2026-10-18 19:08:02+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '5', 'Garage', 'Петров Veterinary Clinic LLC 5', 'Петров Veterinary Clinic LLC 5', 'Петров Veterinary Clinic LLC 5', 'Priya', NULL, 'Ferreira', 'billing+5@example.com', '(650) 555-6855', NULL, NULL, '4811 Ocean Ave', 'Middlefield', 'CA', '94482', NULL, '4811 Ocean Ave', 'Middlefield', 'CA', '94482', NULL, 'Gracias por su compra 🙌', 'MXN', NULL, '1', NULL, 688.00, 688.00, NULL, true, false, false, false, '{}', false, NULL, '2026-10-23 03:32:34+00', '2026-10-23 03:32:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '6', 'Garage', 'Çelik Machine Tools & Sons 6 (deleted)', 'Çelik Machine Tools & Sons 6 (deleted)', 'Çelik Machine Tools & Sons 6', 'Farah', NULL, 'García', 'billing+6@example.com', '(650) 555-3373', NULL, NULL, '6986 Main St.', 'Half Moon Bay', 'CA', '94213', NULL, '6986 Main St.', 'Half Moon Bay', 'CA', '94213', NULL, NULL, 'USD', NULL, '3', NULL, 0.00, 0.00, NULL, false, false, false, false, '{}', false, NULL, '2026-10-27 21:21:59+00', '2026-10-28 07:42:54+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '7', 'Garage', 'Çelik Law Office 株式会社 7', 'Çelik Law Office 株式会社 7', 'Çelik Law Office 株式会社 7', 'Farah', NULL, 'Mbeki', 'billing+7@example.com', '(650) 555-1292', NULL, NULL, '1249 Peninsula Rd', 'Half Moon Bay', 'CA', '94213', NULL, '1249 Peninsula Rd', 'Half Moon Bay', 'CA', '94213', NULL, NULL, 'USD', NULL, '3', NULL, 0.00, 995.28, NULL, true, false, false, true, '{}', false, NULL, '2026-11-04 11:31:28+00', '2026-11-04 11:31:28+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000072', '8', 'Garage', 'Job 8 López', 'Çelik Law Office 株式会社 7:Job 8 López', 'Job 8 López', 'Wei', NULL, 'Ferreira', 'billing+8@example.com', '(650) 555-1461', NULL, NULL, '4790 Industrial Pkwy', 'Zürich', 'ZH', '8001', NULL, '4790 Industrial Pkwy', 'Zürich', 'ZH', '8001', NULL, NULL, 'USD', '7', '2', NULL, 995.28, 995.28, 1, true, true, false, true, '{}', false, NULL, '2026-11-09 09:49:43+00', '2026-11-09 09:49:43+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.customers VALUES ('9130350000000071', '1', 'Bakery', 'Nguyễn Freight & Sons 1', 'Nguyễn Freight & Sons 1', 'Nguyễn Freight & Sons 1', 'Søren', NULL, 'Ferreira', 'billing+1@example.com', '(650) 555-9790', NULL, NULL, '9699 Rue de l''Église', 'Bayshore', 'CA', '94326', NULL, '9699 Rue de l''Église', 'Bayshore', 'CA', '94326', NULL, NULL, 'USD', NULL, '2', NULL, 5815.98, 5815.98, NULL, true, false, false, true, '{}', false, NULL, '2026-10-03 19:46:35+00', '2026-11-20 12:00:00+00', '0', '2026-11-25 18:33:57.059213+00');


--
-- Data for Name: invoice_lines; Type: TABLE DATA; Schema: analytics; Owner: -
--

INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:1', 'Bakery', '1', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 4, 430, NULL, 'USD', 1720.00, NULL, true, 1720.00, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:2', 'Bakery', '1', 2, '2', '2', NULL, 'group', 'GroupLineDetail', 'Fuel Tank 4', '4', '4', 'Fuel Tank 4', NULL, NULL, NULL, NULL, 3, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:2/3', 'Bakery', '1', 1, '2/1', '3', '1:2', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 9, 152, NULL, 'USD', 1368.00, NULL, true, 1368.00, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:2/4', 'Bakery', '1', 2, '2/2', '4', '1:2', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 3, 152, NULL, 'USD', 456.00, NULL, true, 456.00, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:5', 'Bakery', '1', 3, '3', '5', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 8.35, 430, NULL, 'USD', 3590.50, NULL, true, 3590.50, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:6', 'Bakery', '1', 4, '4', '6', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 4, 430, NULL, 'USD', 1720.00, NULL, true, 1720.00, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:7', 'Bakery', '1', 5, '5', '7', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 15.11, 94, NULL, 'USD', 1420.34, NULL, true, 1420.34, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '1:#6', 'Bakery', '1', 6, '6', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 10274.84, NULL, false, 0, false, false, '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '10:1', 'Bakery', '10', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 1, 430, NULL, 'USD', 430.00, NULL, true, 430.00, false, false, '2026-11-07 18:41:20+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '10:2', 'Bakery', '10', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 12, 152, NULL, 'USD', 1824.00, NULL, true, 1824.00, false, false, '2026-11-07 18:41:20+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '10:3', 'Bakery', '10', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'NON', NULL, NULL, 5.83, 430, NULL, 'USD', 2506.90, NULL, true, 2506.90, false, false, '2026-11-07 18:41:20+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '10:#4', 'Bakery', '10', 4, '4', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 4760.90, NULL, false, 0, false, false, '2026-11-07 18:41:20+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '11:1/3', 'Bakery', '11', 2, '1/2', '3', '11:1', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 3, 152, NULL, 'USD', 456.00, NULL, true, 456.00, false, false, '2026-10-29 10:55:39+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '11:1/2', 'Bakery', '11', 1, '1/1', '2', '11:1', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 9, 152, NULL, 'USD', 1368.00, NULL, true, 1368.00, false, false, '2026-10-29 10:55:39+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '11:1', 'Bakery', '11', 1, '1', '1', NULL, 'group', 'GroupLineDetail', 'Fuel Tank 4', '4', '4', 'Fuel Tank 4', NULL, NULL, NULL, NULL, 3, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-29 10:55:39+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '11:#2', 'Bakery', '11', 2, '2', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 1824.00, NULL, false, 0, false, false, '2026-10-29 10:55:39+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '12:1', 'Bakery', '12', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 1, 430, NULL, 'USD', 430.00, NULL, true, 430.00, false, false, '2026-11-09 23:59:59+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '12:2', 'Bakery', '12', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 10, 94, NULL, 'USD', 940.00, NULL, true, 940.00, false, false, '2026-11-09 23:59:59+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '12:3', 'Bakery', '12', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 3.9, 430, NULL, 'USD', 1677.00, NULL, true, 1677.00, false, false, '2026-11-09 23:59:59+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '12:#4', 'Bakery', '12', 4, '4', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 3047.00, NULL, false, 0, false, false, '2026-11-09 23:59:59+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:1', 'Bakery', '13', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'NON', NULL, NULL, 8, 94, NULL, 'USD', 752.00, NULL, true, 752.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:2', 'Bakery', '13', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 3, 152, NULL, 'USD', 456.00, NULL, true, 456.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:3', 'Bakery', '13', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 11, 430, NULL, 'USD', 4730.00, NULL, true, 4730.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:4', 'Bakery', '13', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 11, 430, NULL, 'USD', 4730.00, NULL, true, 4730.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:5/7', 'Bakery', '13', 2, '5/2', '7', '13:5', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 1, 152, NULL, 'USD', 152.00, NULL, true, 152.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:5/6', 'Bakery', '13', 1, '5/1', '6', '13:5', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 3, 152, NULL, 'USD', 456.00, NULL, true, 456.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:5', 'Bakery', '13', 5, '5', '5', NULL, 'group', 'GroupLineDetail', 'Fuel Tank 4', '4', '4', 'Fuel Tank 4', NULL, NULL, NULL, NULL, 1, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:8', 'Bakery', '13', 6, '6', '8', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'NON', NULL, NULL, 2, 94, NULL, 'USD', 188.00, NULL, true, 188.00, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '13:#7', 'Bakery', '13', 7, '7', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 11464.00, NULL, false, 0, false, false, '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '7:1', 'Bakery', '7', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 11, 152, NULL, 'USD', 1672.00, NULL, true, 1672.00, false, false, '2026-10-17 13:50:42+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '7:#2', 'Bakery', '7', 2, '2', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 1672.00, NULL, false, 0, false, false, '2026-10-17 13:50:42+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '14:1', 'Bakery', '14', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 4, 94, NULL, 'USD', 376.00, NULL, true, 376.00, false, false, '2026-11-05 09:44:50+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '14:2', 'Bakery', '14', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 8.97, 152, NULL, 'USD', 1363.44, NULL, true, 1363.44, false, false, '2026-11-05 09:44:50+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '14:3', 'Bakery', '14', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 12, 152, NULL, 'USD', 1824.00, NULL, true, 1824.00, false, false, '2026-11-05 09:44:50+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '14:4', 'Bakery', '14', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 10, 152, NULL, 'USD', 1520.00, NULL, true, 1520.00, false, false, '2026-11-05 09:44:50+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '14:#5', 'Bakery', '14', 5, '5', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 5083.44, NULL, false, 0, false, false, '2026-11-05 09:44:50+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '15:1', 'Bakery', '15', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 10, 94, NULL, 'USD', 940.00, NULL, true, 940.00, false, false, '2026-11-09 17:04:51+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:2', 'Garage', '12', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 6.85, 86, NULL, 'USD', 589.10, NULL, true, 589.10, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '15:2', 'Bakery', '15', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'NON', NULL, NULL, 4, 430, NULL, 'USD', 1720.00, NULL, true, 1720.00, false, false, '2026-11-09 17:04:51+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '15:3', 'Bakery', '15', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 12, 152, NULL, 'USD', 1824.00, NULL, true, 1824.00, false, false, '2026-11-09 17:04:51+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '15:#4', 'Bakery', '15', 4, '4', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 4484.00, NULL, false, 0, false, false, '2026-11-09 17:04:51+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '2:1', 'Bakery', '2', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 3.25, 94, NULL, 'USD', 305.50, NULL, true, 305.50, false, false, '2026-10-05 00:26:40+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '2:2', 'Bakery', '2', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 9, 152, NULL, 'USD', 1368.00, NULL, true, 1368.00, false, false, '2026-10-05 00:26:40+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '2:3', 'Bakery', '2', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Installation 2 — Quality checked ✅
see attached sheet', '2', '2', 'Installation 2', '1', 'NON', NULL, NULL, 5, 417, NULL, 'USD', 2085.00, NULL, true, 2085.00, false, false, '2026-10-05 00:26:40+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '2:#4', 'Bakery', '2', 4, '4', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 3758.50, NULL, false, 0, false, false, '2026-10-05 00:26:40+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '3:1', 'Bakery', '3', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 11, 94, NULL, 'USD', 1034.00, NULL, true, 1034.00, false, false, '2026-10-08 06:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '3:#2', 'Bakery', '3', 2, '2', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 1034.00, NULL, false, 0, false, false, '2026-10-08 06:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:1', 'Bakery', '4', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 8, 430, NULL, 'USD', 3440.00, NULL, true, 3440.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:2', 'Bakery', '4', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 3, 430, NULL, 'USD', 1290.00, NULL, true, 1290.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:3', 'Bakery', '4', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'NON', NULL, NULL, 12, 94, NULL, 'USD', 1128.00, NULL, true, 1128.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:4', 'Bakery', '4', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 12, 94, NULL, 'USD', 1128.00, NULL, true, 1128.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:5', 'Bakery', '4', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Installation 2 — Quality checked ✅
see attached sheet', '2', '2', 'Installation 2', '1', 'NON', NULL, NULL, 1, 417, NULL, 'USD', 417.00, NULL, true, 417.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:6/7', 'Bakery', '4', 1, '6/1', '7', '4:6', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 9, 152, NULL, 'USD', 1368.00, NULL, true, 1368.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:6', 'Bakery', '4', 6, '6', '6', NULL, 'group', 'GroupLineDetail', 'Fuel Tank 4', '4', '4', 'Fuel Tank 4', NULL, NULL, NULL, NULL, 3, NULL, NULL, 'USD', 0, NULL, false, 0, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:6/8', 'Bakery', '4', 2, '6/2', '8', '4:6', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 3, 152, NULL, 'USD', 456.00, NULL, true, 456.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:9', 'Bakery', '4', 7, '7', '9', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'NON', NULL, NULL, 5, 94, NULL, 'USD', 470.00, NULL, true, 470.00, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '4:#8', 'Bakery', '4', 8, '8', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 9697.00, NULL, false, 0, false, true, '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:1', 'Bakery', '5', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 2.85, 94, NULL, 'USD', 267.90, NULL, true, 267.90, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:2/3', 'Bakery', '5', 1, '2/1', '3', '5:2', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 9, 152, NULL, 'USD', 1368.00, NULL, true, 1368.00, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:2/4', 'Bakery', '5', 2, '2/2', '4', '5:2', 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 3, 152, NULL, 'USD', 456.00, NULL, true, 456.00, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:2', 'Bakery', '5', 2, '2', '2', NULL, 'group', 'GroupLineDetail', 'Fuel Tank 4', '4', '4', 'Fuel Tank 4', NULL, NULL, NULL, NULL, 3, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:5', 'Bakery', '5', 3, '3', '5', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'TAX', NULL, NULL, 16.55, 430, NULL, 'USD', 7116.50, NULL, true, 7116.50, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:6', 'Bakery', '5', 4, '4', '6', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 6, 152, NULL, 'USD', 912.00, NULL, true, 912.00, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:7', 'Bakery', '5', 5, '5', '7', NULL, 'item', 'SalesItemLineDetail', 'Installation 2 — Quality checked ✅
see attached sheet', '2', '2', 'Installation 2', '1', 'TAX', NULL, NULL, 8, 417, NULL, 'USD', 3336.00, NULL, true, 3336.00, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:#6', 'Bakery', '5', 6, '6', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 13456.40, NULL, false, 0, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '5:#7', 'Bakery', '5', 7, '7', NULL, NULL, 'discount', 'DiscountLineDetail', NULL, NULL, NULL, NULL, '86', NULL, NULL, NULL, NULL, NULL, 2.5, 'USD', 336.41, NULL, false, -336.41, false, false, '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:1', 'Bakery', '6', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Installation 2 — Quality checked ✅
see attached sheet', '2', '2', 'Installation 2', '1', 'TAX', NULL, NULL, 0, 0, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:#10', 'Bakery', '6', 10, '10', NULL, NULL, 'shipping', 'SalesItemLineDetail', NULL, NULL, 'SHIPPING_ITEM_ID', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:2', 'Bakery', '6', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 0, 0, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:3', 'Bakery', '6', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 0, 0, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:4', 'Bakery', '6', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'TAX', NULL, NULL, 0, 0, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:5', 'Bakery', '6', 5, '5', '5', NULL, 'description', 'DescriptionOnly', 'Quality checked ✅
see attached sheet', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', NULL, NULL, false, 0, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:6', 'Bakery', '6', 6, '6', '6', NULL, 'item', 'SalesItemLineDetail', 'Installation 2 — Quality checked ✅
see attached sheet', '2', '2', 'Installation 2', '1', 'NON', NULL, NULL, 0, 0, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:7', 'Bakery', '6', 7, '7', '7', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 0, 0, NULL, 'USD', 0.00, NULL, true, 0.00, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:8', 'Bakery', '6', 8, '8', '8', NULL, 'description', 'DescriptionOnly', 'Deliver to the "back" gate; call first.', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', NULL, NULL, false, 0, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '6:#9', 'Bakery', '6', 9, '9', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 0.00, NULL, false, 0, true, false, '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '8:1', 'Bakery', '8', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 6 — Gracias por su compra 🙌', '6', '6', 'Battery 12V 6', '79', 'NON', NULL, NULL, 5, 152, NULL, 'USD', 760.00, NULL, true, 760.00, false, false, '2026-10-20 15:25:33+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '8:2', 'Bakery', '8', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Installation 2 — Quality checked ✅
see attached sheet', '2', '2', 'Installation 2', '1', 'NON', NULL, NULL, 6, 417, NULL, 'USD', 2502.00, NULL, true, 2502.00, false, false, '2026-10-20 15:25:33+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '8:3', 'Bakery', '8', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'NON', NULL, NULL, 15.29, 94, NULL, 'USD', 1437.26, NULL, true, 1437.26, false, false, '2026-10-20 15:25:33+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '8:#4', 'Bakery', '8', 4, '4', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 4699.26, NULL, false, 0, false, false, '2026-10-20 15:25:33+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '9:1', 'Bakery', '9', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'NON', NULL, NULL, 11, 94, NULL, 'USD', 1034.00, NULL, true, 1034.00, false, false, '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '9:2', 'Bakery', '9', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Battery 12V 1', '79', 'NON', NULL, NULL, 12.48, 430, NULL, 'USD', 5366.40, NULL, true, 5366.40, false, false, '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '9:3', 'Bakery', '9', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 1, 94, NULL, 'USD', 94.00, NULL, true, 94.00, false, false, '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '9:4', 'Bakery', '9', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 10, 94, NULL, 'USD', 940.00, NULL, true, 940.00, false, false, '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '9:5', 'Bakery', '9', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 3 — Gracias por su compra 🙌', '3', '3', 'Sensor µ7 3', '79', 'TAX', NULL, NULL, 6, 94, NULL, 'USD', 564.00, NULL, true, 564.00, false, false, '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000071', '9:#6', 'Bakery', '9', 6, '6', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 7998.40, NULL, false, 0, false, false, '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:1', 'Garage', '1', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 7, 489.18, NULL, 'USD', 3424.26, NULL, true, 3424.26, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:2', 'Garage', '1', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'NON', NULL, NULL, 3, 86, NULL, 'USD', 258.00, NULL, true, 258.00, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:3', 'Garage', '1', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 4, 2296.42, NULL, 'USD', 9185.68, NULL, true, 9185.68, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:4', 'Garage', '1', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 11, 86, NULL, 'USD', 946.00, NULL, true, 946.00, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:5', 'Garage', '1', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 1, 489.18, NULL, 'USD', 489.18, NULL, true, 489.18, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:6', 'Garage', '1', 6, '6', '6', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 19.62, 2296.42, NULL, 'USD', 45055.76, NULL, true, 45055.76, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:7', 'Garage', '1', 7, '7', '7', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'NON', NULL, NULL, 1, 86, NULL, 'USD', 86.00, NULL, true, 86.00, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '1:#8', 'Garage', '1', 8, '8', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 59444.88, NULL, false, 0, false, false, '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:1', 'Garage', '10', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 1, 116, NULL, 'USD', 116.00, NULL, true, 116.00, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:2', 'Garage', '10', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 9, 86, NULL, 'USD', 774.00, NULL, true, 774.00, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:3', 'Garage', '10', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 8, 116, NULL, 'USD', 928.00, NULL, true, 928.00, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:4', 'Garage', '10', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 10.51, 2296.42, NULL, 'USD', 24135.37, NULL, true, 24135.37, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:#5', 'Garage', '10', 5, '5', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 25953.37, NULL, false, 0, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:#6', 'Garage', '10', 6, '6', NULL, NULL, 'discount', 'DiscountLineDetail', NULL, NULL, NULL, NULL, '86', NULL, NULL, NULL, NULL, NULL, 5, 'USD', 1297.67, NULL, false, -1297.67, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '10:#7', 'Garage', '10', 7, '7', NULL, NULL, 'shipping', 'SalesItemLineDetail', NULL, NULL, 'SHIPPING_ITEM_ID', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 12.45, NULL, true, 12.45, false, false, '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:1', 'Garage', '11', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 8.05, 116, NULL, 'USD', 933.80, NULL, true, 933.80, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:2', 'Garage', '11', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 3, 2296.42, NULL, 'USD', 6889.26, NULL, true, 6889.26, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:3', 'Garage', '11', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 2, 116, NULL, 'USD', 232.00, NULL, true, 232.00, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:4/5', 'Garage', '11', 1, '4/1', '5', '11:4', 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 4, 86, NULL, 'USD', 344.00, NULL, true, 344.00, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:4/6', 'Garage', '11', 2, '4/2', '6', '11:4', 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 4, 2296.42, NULL, 'USD', 9185.68, NULL, true, 9185.68, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:4', 'Garage', '11', 4, '4', '4', NULL, 'group', 'GroupLineDetail', 'Pump 4', '4', '4', 'Pump 4', NULL, NULL, NULL, NULL, 2, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:7', 'Garage', '11', 5, '5', '7', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 3, 2296.42, NULL, 'USD', 6889.26, NULL, true, 6889.26, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:8/9', 'Garage', '11', 1, '6/1', '9', '11:8', 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 2, 86, NULL, 'USD', 172.00, NULL, true, 172.00, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:8/10', 'Garage', '11', 2, '6/2', '10', '11:8', 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 2, 2296.42, NULL, 'USD', 4592.84, NULL, true, 4592.84, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:8', 'Garage', '11', 6, '6', '8', NULL, 'group', 'GroupLineDetail', 'Pump 4', '4', '4', 'Pump 4', NULL, NULL, NULL, NULL, 1, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '11:#7', 'Garage', '11', 7, '7', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 29238.84, NULL, false, 0, false, false, '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:1', 'Garage', '12', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 1, 86, NULL, 'USD', 86.00, NULL, true, 86.00, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:#8', 'Garage', '4', 8, '8', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 46671.49, NULL, false, 0, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:3', 'Garage', '12', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 9, 2296.42, NULL, 'USD', 20667.78, NULL, true, 20667.78, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:4', 'Garage', '12', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 10, 86, NULL, 'USD', 860.00, NULL, true, 860.00, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:5', 'Garage', '12', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 5, 2296.42, NULL, 'USD', 11482.10, NULL, true, 11482.10, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:6/8', 'Garage', '12', 2, '6/2', '8', '12:6', 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 2, 2296.42, NULL, 'USD', 4592.84, NULL, true, 4592.84, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:6', 'Garage', '12', 6, '6', '6', NULL, 'group', 'GroupLineDetail', 'Pump 4', '4', '4', 'Pump 4', NULL, NULL, NULL, NULL, 1, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:6/7', 'Garage', '12', 1, '6/1', '7', '12:6', 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'NON', NULL, NULL, 2, 86, NULL, 'USD', 172.00, NULL, true, 172.00, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:9', 'Garage', '12', 7, '7', '9', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 7, 116, NULL, 'USD', 812.00, NULL, true, 812.00, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:10', 'Garage', '12', 8, '8', '10', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 5, 116, NULL, 'USD', 580.00, NULL, true, 580.00, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '12:#9', 'Garage', '12', 9, '9', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 39841.82, NULL, false, 0, false, false, '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '13:1', 'Garage', '13', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 1, 2296.42, NULL, 'USD', 2296.42, NULL, true, 2296.42, false, false, '2026-11-06 03:10:48+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '13:2', 'Garage', '13', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'NON', NULL, NULL, 7.27, 489.18, NULL, 'USD', 3556.34, NULL, true, 3556.34, false, false, '2026-11-06 03:10:48+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '13:#3', 'Garage', '13', 3, '3', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 5852.76, NULL, false, 0, false, false, '2026-11-06 03:10:48+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '14:1', 'Garage', '14', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'NON', NULL, NULL, 14.59, 116, NULL, 'USD', 1692.44, NULL, true, 1692.44, false, false, '2026-11-06 15:38:53+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '14:2', 'Garage', '14', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 4, 2296.42, NULL, 'USD', 9185.68, NULL, true, 9185.68, false, false, '2026-11-06 15:38:53+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '14:#3', 'Garage', '14', 3, '3', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 10878.12, NULL, false, 0, false, false, '2026-11-06 15:38:53+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '15:1', 'Garage', '15', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 8, 116, NULL, 'USD', 928.00, NULL, true, 928.00, false, false, '2026-11-07 23:29:26+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '15:#2', 'Garage', '15', 2, '2', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 928.00, NULL, false, 0, false, false, '2026-11-07 23:29:26+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:1', 'Garage', '2', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 9, 116, NULL, 'USD', 1044.00, NULL, true, 1044.00, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:2', 'Garage', '2', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 8, 86, NULL, 'USD', 688.00, NULL, true, 688.00, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:3', 'Garage', '2', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 1.6, 2296.42, NULL, 'USD', 3674.27, NULL, true, 3674.27, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:4', 'Garage', '2', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 8, 489.18, NULL, 'USD', 3913.44, NULL, true, 3913.44, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:5', 'Garage', '2', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'NON', NULL, NULL, 3, 116, NULL, 'USD', 348.00, NULL, true, 348.00, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:6/8', 'Garage', '2', 2, '6/2', '8', '2:6', 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 4, 2296.42, NULL, 'USD', 9185.68, NULL, true, 9185.68, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:6', 'Garage', '2', 6, '6', '6', NULL, 'group', 'GroupLineDetail', 'Pump 4', '4', '4', 'Pump 4', NULL, NULL, NULL, NULL, 2, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:6/7', 'Garage', '2', 1, '6/1', '7', '2:6', 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'NON', NULL, NULL, 4, 86, NULL, 'USD', 344.00, NULL, true, 344.00, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:9', 'Garage', '2', 7, '7', '9', NULL, 'description', 'DescriptionOnly', 'Gracias por su compra 🙌', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', NULL, NULL, false, 0, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '2:#8', 'Garage', '2', 8, '8', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 19197.39, NULL, false, 0, false, false, '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '3:1', 'Garage', '3', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'NON', NULL, NULL, 8, 86, NULL, 'MXN', 688.00, NULL, true, 688.00, false, false, '2026-10-17 19:30:47+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '3:#2', 'Garage', '3', 2, '2', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'MXN', 688.00, NULL, false, 0, false, false, '2026-10-17 19:30:47+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:1', 'Garage', '4', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 4, 2296.42, NULL, 'USD', 9185.68, NULL, true, 9185.68, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:2', 'Garage', '4', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 7, 86, NULL, 'USD', 602.00, NULL, true, 602.00, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:3', 'Garage', '4', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 8, 116, NULL, 'USD', 928.00, NULL, true, 928.00, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:4', 'Garage', '4', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 10, 116, NULL, 'USD', 1160.00, NULL, true, 1160.00, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:5', 'Garage', '4', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 14.12, 2296.42, NULL, 'USD', 32425.45, NULL, true, 32425.45, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:6', 'Garage', '4', 6, '6', '6', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'NON', NULL, NULL, 2, 489.18, NULL, 'USD', 978.36, NULL, true, 978.36, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '4:7', 'Garage', '4', 7, '7', '7', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'NON', NULL, NULL, 12, 116, NULL, 'USD', 1392.00, NULL, true, 1392.00, false, false, '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '5:1', 'Garage', '5', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 10, 489.18, NULL, 'USD', 4891.80, NULL, true, 4891.80, false, false, '2026-10-13 23:36:41+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '5:2', 'Garage', '5', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'NON', NULL, NULL, 12, 116, NULL, 'USD', 1392.00, NULL, true, 1392.00, false, false, '2026-10-13 23:36:41+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '5:#3', 'Garage', '5', 3, '3', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 6283.80, NULL, false, 0, false, false, '2026-10-13 23:36:41+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '6:1', 'Garage', '6', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 11, 2296.42, NULL, 'USD', 25260.62, NULL, true, 25260.62, false, false, '2026-10-17 18:45:43+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '6:#2', 'Garage', '6', 2, '2', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 25260.62, NULL, false, 0, false, false, '2026-10-17 18:45:43+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:1', 'Garage', '8', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 1, 489.18, NULL, 'USD', 489.18, NULL, true, 489.18, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:2', 'Garage', '8', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'NON', NULL, NULL, 10, 489.18, NULL, 'USD', 4891.80, NULL, true, 4891.80, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:3', 'Garage', '8', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 3, 489.18, NULL, 'USD', 1467.54, NULL, true, 1467.54, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:4', 'Garage', '8', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 9, 489.18, NULL, 'USD', 4402.62, NULL, true, 4402.62, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:5/7', 'Garage', '8', 2, '5/2', '7', '8:5', 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 2, 2296.42, NULL, 'USD', 4592.84, NULL, true, 4592.84, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:5', 'Garage', '8', 5, '5', '5', NULL, 'group', 'GroupLineDetail', 'Pump 4', '4', '4', 'Pump 4', NULL, NULL, NULL, NULL, 1, NULL, NULL, 'USD', 0, NULL, false, 0, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:5/6', 'Garage', '8', 1, '5/1', '6', '8:5', 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 2, 86, NULL, 'USD', 172.00, NULL, true, 172.00, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:8', 'Garage', '8', 6, '6', '8', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 19.66, 116, NULL, 'USD', 2280.56, NULL, true, 2280.56, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:9', 'Garage', '8', 7, '7', '9', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 2, 2296.42, NULL, 'USD', 4592.84, NULL, true, 4592.84, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:10', 'Garage', '8', 8, '8', '10', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'NON', NULL, NULL, 6, 86, NULL, 'USD', 516.00, NULL, true, 516.00, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '8:#9', 'Garage', '8', 9, '9', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 23405.38, NULL, false, 0, false, false, '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:1', 'Garage', '9', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'NON', NULL, NULL, 19.02, 116, NULL, 'USD', 2206.32, NULL, true, 2206.32, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:2', 'Garage', '9', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 2.05, 2296.42, NULL, 'USD', 4707.66, NULL, true, 4707.66, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:3', 'Garage', '9', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 5.88, 489.18, NULL, 'USD', 2876.38, NULL, true, 2876.38, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:4', 'Garage', '9', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 4, 489.18, NULL, 'USD', 1956.72, NULL, true, 1956.72, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:5', 'Garage', '9', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', '1', '1', 'Generator 45 kW 1', '79', 'TAX', NULL, NULL, 5.7, 489.18, NULL, 'USD', 2788.33, NULL, true, 2788.33, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:6', 'Garage', '9', 6, '6', '6', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 8.5, 2296.42, NULL, 'USD', 19519.57, NULL, true, 19519.57, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '9:#7', 'Garage', '9', 7, '7', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 34054.98, NULL, false, 0, false, false, '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:1', 'Garage', '7', 1, '1', '1', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 10, 2296.42, NULL, 'USD', 22964.20, NULL, true, 22964.20, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:2', 'Garage', '7', 2, '2', '2', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 3, 2296.42, NULL, 'USD', 6889.26, NULL, true, 6889.26, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:3', 'Garage', '7', 3, '3', '3', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'NON', NULL, NULL, 3, 2296.42, NULL, 'USD', 6889.26, NULL, true, 6889.26, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:4', 'Garage', '7', 4, '4', '4', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 2, 2296.42, NULL, 'USD', 4592.84, NULL, true, 4592.84, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:5', 'Garage', '7', 5, '5', '5', NULL, 'item', 'SalesItemLineDetail', 'Maintenance 2 — 請在收到後三十天內付款', '2', '2', 'Maintenance 2', '1', 'TAX', NULL, NULL, 8, 116, NULL, 'USD', 928.00, NULL, true, 928.00, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:6', 'Garage', '7', 6, '6', '6', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 5, 2296.42, NULL, 'USD', 11482.10, NULL, true, 11482.10, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:7', 'Garage', '7', 7, '7', '7', NULL, 'item', 'SalesItemLineDetail', 'Sensor µ7 6 — Gracias por su compra 🙌', '6', '6', 'Sensor µ7 6', '79', 'TAX', NULL, NULL, 9, 86, NULL, 'USD', 774.00, NULL, true, 774.00, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:8', 'Garage', '7', 8, '8', '8', NULL, 'item', 'SalesItemLineDetail', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', '3', '3', 'Rock Fountain 3', '79', 'TAX', NULL, NULL, 2, 2296.42, NULL, 'USD', 4592.84, NULL, true, 4592.84, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');
INSERT INTO analytics.invoice_lines VALUES ('9130350000000072', '7:#9', 'Garage', '7', 9, '9', NULL, NULL, 'subtotal', 'SubTotalLineDetail', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'USD', 59112.50, NULL, false, 0, false, false, '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');


--
-- Data for Name: invoices; Type: TABLE DATA; Schema: analytics; Owner: -
--

INSERT INTO analytics.invoices VALUES ('9130350000000071', '1', 'Bakery', '1001', '2', '2', 'Çelik Marine Engines 株式会社 2', '2026-10-01', '2026-10-31', NULL, 'USD', 11060.35, 785.51, 11060.35, 0, 1, 11060.35, 11060.35, 8, false, '3', NULL, NULL, NULL, 'billing+2@example.com', 'NotSet', 'NeedToPrint', NULL, 'Partial delivery, remainder to follow under separate cover.', 'Order 000001 · Partial delivery, remainder to follow under separate cover.', NULL, '{"crew": "C15-500", "enginemodel": null, "generatormodel": "C15-500"}', false, NULL, '2026-10-01 21:06:02+00', '2026-10-01 21:06:02+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '10', 'Bakery', '1010', '4', '4', 'López Freight & Sons 4', '2026-10-26', '2026-11-25', NULL, 'USD', 4961.06, 200.16, 4961.06, 0, 1, 4961.06, 4961.06, 4, false, '3', NULL, NULL, NULL, 'billing+4@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000010 · Deliver to the "back" gate; call first.', NULL, '{"crew": "VOLVO TAD1643", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-27 04:04:34+00', '2026-11-07 18:41:20+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '11', 'Bakery', '1011', '2', '2', 'Çelik Marine Engines 株式会社 2', '2026-10-29', '2026-11-28', NULL, 'USD', 1933.44, 109.44, 1933.44, 0, 1, 1933.44, 1933.44, 4, false, '3', NULL, NULL, NULL, 'billing+2@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000011 · Deliver to the "back" gate; call first.', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": null, "generatormodel": "Tier 4 «Final»"}', false, NULL, '2026-10-29 10:55:39+00', '2026-10-29 10:55:39+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '12', 'Bakery', '1012', '2', '2', 'Çelik Marine Engines 株式会社 2', '2026-10-31', '2026-11-30', NULL, 'USD', 3290.76, 243.76, 3290.76, 0, 1, 3290.76, 3290.76, 4, false, '3', NULL, NULL, NULL, 'billing+2@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000012 · Gracias por su compra 🙌', NULL, '{"crew": null, "enginemodel": null, "generatormodel": null}', false, NULL, '2026-11-01 01:02:57+00', '2026-11-09 23:59:59+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '13', 'Bakery', '1013', '5', '5', 'Ibáñez Generators 株式会社 5', '2026-11-02', '2026-11-02', NULL, 'USD', 12344.54, 880.54, 12344.54, 0, 1, 12344.54, 12344.54, 9, false, '1', NULL, NULL, NULL, 'billing+5@example.com', 'NotSet', 'NeedToPrint', NULL, 'Thank you for your business and have a great day!', 'Order 000013 · Thank you for your business and have a great day!', NULL, '{"crew": "3516B", "enginemodel": null, "generatormodel": "QSK60"}', false, NULL, '2026-11-02 15:00:23+00', '2026-11-04 11:01:57+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '7', 'Bakery', '1007', '3', '3', 'Müller Brew Works 🍺 & Sons 3', '2026-10-17', '2026-10-17', NULL, 'USD', 1672.00, 0.00, 1672.00, 0, 1, 1672.00, 1672.00, 2, false, '1', NULL, NULL, NULL, 'billing+3@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000007 · Deliver to the "back" gate; call first.', NULL, '{"crew": "3516B", "enginemodel": "3516B", "generatormodel": "VOLVO TAD1643"}', false, NULL, '2026-10-17 13:50:42+00', '2026-10-17 13:50:42+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '14', 'Bakery', '1014', '5', '5', 'Ibáñez Generators 株式会社 5', '2026-11-05', '2026-11-05', NULL, 'USD', 5237.90, 154.46, 5237.90, 0, 1, 5237.90, 5237.90, 5, false, '1', NULL, NULL, NULL, 'billing+5@example.com', 'NotSet', 'NeedToPrint', NULL, 'Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', 'Order 000014 · Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', NULL, '{"crew": null, "enginemodel": null, "generatormodel": null}', false, NULL, '2026-11-05 09:44:50+00', '2026-11-05 09:44:50+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '15', 'Bakery', '1015', '2', '2', 'Çelik Marine Engines 株式会社 2', '2026-11-09', '2026-12-09', NULL, 'USD', 4559.20, 75.20, 4559.20, 0, 1, 4559.20, 4559.20, 4, false, '3', NULL, NULL, NULL, 'billing+2@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000015 · Deliver to the "back" gate; call first.', NULL, '{"crew": "3516B", "enginemodel": "VOLVO TAD1643", "generatormodel": "MTU 4000"}', false, NULL, '2026-11-09 17:04:51+00', '2026-11-09 17:04:51+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '2', 'Bakery', '1002', '2', '2', 'Çelik Marine Engines 株式会社 2', '2026-10-04', '2026-11-03', NULL, 'USD', 3892.38, 133.88, 3892.38, 0, 1, 3892.38, 3892.38, 4, false, '3', NULL, NULL, NULL, 'billing+2@example.com', 'NotSet', 'NeedToPrint', NULL, '請在收到後三十天內付款', 'Order 000002 · 請在收到後三十天內付款', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": "QSK60", "generatormodel": "C15-500"}', false, NULL, '2026-10-05 00:26:40+00', '2026-10-05 00:26:40+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '3', 'Bakery', '1003', '1', '1', 'Nguyễn Freight & Sons 1', '2026-10-07', '2026-10-22', NULL, 'USD', 1116.72, 82.72, 1116.72, 0, 1, 1116.72, 1116.72, 2, false, '2', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, '請在收到後三十天內付款', 'Order 000003 · 請在收到後三十天內付款', NULL, '{"crew": "QSK60", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-08 06:30:00+00', '2026-10-08 06:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '4', 'Bakery', '1004', '1', '1', 'Nguyễn Freight & Sons 1', '2026-10-10', '2026-10-25', NULL, 'USD', 10311.56, 614.56, 10311.56, 0, 1, 10311.56, 10311.56, 10, false, '2', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Quality checked ✅
see attached sheet', 'Order 000004 · Quality checked ✅
see attached sheet', NULL, '{"crew": null, "enginemodel": null, "generatormodel": null}', true, '2026-11-20 12:00:00+00', '2026-10-11 04:09:53+00', '2026-10-11 04:09:53+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '5', 'Bakery', '1005', '4', '4', 'López Freight & Sons 4', '2026-10-13', '2026-11-12', NULL, 'USD', 14112.45, 992.46, 14112.45, 0, 1, 14112.45, 14112.45, 9, false, '3', NULL, NULL, NULL, 'billing+4@example.com', 'NotSet', 'NeedToPrint', NULL, 'Quality checked ✅
see attached sheet', 'Order 000005 · Quality checked ✅
see attached sheet', NULL, '{"crew": "MTU 4000", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-13 12:30:00+00', '2026-10-13 12:30:00+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '6', 'Bakery', '1006', '1', '1', 'Nguyễn Freight & Sons 1', '2026-10-15', '2026-10-30', NULL, 'USD', 0.00, 0.00, 0.00, 0, 1, 0.00, 0.00, 10, true, '2', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Quality checked ✅
see attached sheet', 'Voided', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": null, "generatormodel": "MTU 4000"}', false, NULL, '2026-10-15 18:35:42+00', '2026-10-15 18:35:42+00', '1', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '8', 'Bakery', '1008', '1', '1', 'Nguyễn Freight & Sons 1', '2026-10-20', '2026-11-04', NULL, 'USD', 4699.26, 0.00, 4699.26, 0, 1, 4699.26, 4699.26, 4, false, '2', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000008 · Gracias por su compra 🙌', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-20 15:25:33+00', '2026-10-20 15:25:33+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000071', '9', 'Bakery', '1009', '3', '3', 'Müller Brew Works 🍺 & Sons 3', '2026-10-23', '2026-10-23', NULL, 'USD', 7998.40, 0.00, 7998.40, 0, 1, 7998.40, 7998.40, 6, false, '1', NULL, NULL, NULL, 'billing+3@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000009 · Deliver to the "back" gate; call first.', NULL, '{"crew": "C15-500", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-23 12:14:31+00', '2026-10-23 12:14:31+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '1', 'Garage', '1001', '3', '3', 'Ødegård Machine Tools Co. 2:Job 3 O''Brien', '2026-10-02', '2026-12-01', NULL, 'USD', 63438.10, 3993.22, 63438.10, 0, 1, 63438.10, 63438.10, 8, false, '4', NULL, NULL, NULL, 'billing+3@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000001 · Gracias por su compra 🙌', NULL, '{"crew": "VOLVO TAD1643", "enginemodel": "QSK60", "generatormodel": "Tier 4 «Final»"}', false, NULL, '2026-10-03 02:18:47+00', '2026-10-03 02:18:47+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '10', 'Garage', '1010', '1', '1', 'Sonnenschein Machine Tools 株式会社 1', '2026-10-26', '2026-11-25', NULL, 'USD', 26549.77, 1881.62, 26549.77, 0, 1, 26549.77, 26549.77, 7, false, '3', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', 'Order 000010 · Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', NULL, '{"crew": null, "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-26 22:08:18+00', '2026-10-26 22:08:18+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '11', 'Garage', '1011', '1', '1', 'Sonnenschein Machine Tools 株式会社 1', '2026-10-27', '2026-11-26', NULL, 'USD', 29860.24, 621.40, 29860.24, 0, 1, 29860.24, 29860.24, 11, false, '3', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000011 · Gracias por su compra 🙌', NULL, '{"crew": "C15-500", "enginemodel": null, "generatormodel": "VOLVO TAD1643"}', false, NULL, '2026-10-27 19:24:32+00', '2026-10-27 19:24:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '12', 'Garage', '1012', '4', '4', 'Kowalski Veterinary Clinic LLC 4', '2026-10-31', '2026-12-30', NULL, 'USD', 42647.98, 2806.16, 42647.98, 0, 1, 42647.98, 42647.98, 11, false, '4', NULL, NULL, NULL, 'billing+4@example.com', 'NotSet', 'NeedToPrint', NULL, 'Quality checked ✅
see attached sheet', 'Order 000012 · Quality checked ✅
see attached sheet', NULL, '{"crew": "QSK60", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-31 20:06:34+00', '2026-10-31 20:06:34+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '13', 'Garage', '1013', '4', '4', 'Kowalski Veterinary Clinic LLC 4', '2026-11-03', '2027-01-02', NULL, 'USD', 6036.47, 183.71, 6036.47, 0, 1, 6036.47, 6036.47, 3, false, '4', NULL, NULL, NULL, 'billing+4@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000013 · Gracias por su compra 🙌', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-11-03 09:21:19+00', '2026-11-06 03:10:48+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '14', 'Garage', '1014', '1', '1', 'Sonnenschein Machine Tools 株式会社 1', '2026-11-06', '2026-12-06', NULL, 'USD', 10878.12, 0.00, 10878.12, 0, 1, 10878.12, 10878.12, 3, false, '3', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Partial delivery, remainder to follow under separate cover.', 'Order 000014 · Partial delivery, remainder to follow under separate cover.', NULL, '{"crew": null, "enginemodel": null, "generatormodel": null}', false, NULL, '2026-11-06 15:38:53+00', '2026-11-06 15:38:53+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '15', 'Garage', '1015', '8', '8', 'Çelik Law Office 株式会社 7:Job 8 López', '2026-11-07', '2026-11-22', NULL, 'USD', 995.28, 67.28, 995.28, 0, 1, 995.28, 995.28, 2, false, '2', NULL, NULL, NULL, 'billing+8@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000015 · Gracias por su compra 🙌', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": "QSK60", "generatormodel": "C15-500"}', false, NULL, '2026-11-07 23:29:26+00', '2026-11-07 23:29:26+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '2', 'Garage', '1002', '3', '3', 'Ødegård Machine Tools Co. 2:Job 3 O''Brien', '2026-10-04', '2026-12-03', NULL, 'USD', 19649.03, 451.64, 19649.03, 0, 1, 19649.03, 19649.03, 10, false, '4', NULL, NULL, NULL, 'billing+3@example.com', 'NotSet', 'NeedToPrint', NULL, 'Partial delivery, remainder to follow under separate cover.', 'Order 000002 · Partial delivery, remainder to follow under separate cover.', NULL, '{"crew": "MTU 4000", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-04 08:29:05+00', '2026-10-04 08:29:05+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '3', 'Garage', '1003', '5', '5', 'Петров Veterinary Clinic LLC 5', '2026-10-08', '2026-10-08', NULL, 'MXN', 688.00, 0.00, 688.00, 0, 0.0587, 40.39, 40.39, 2, false, '1', NULL, NULL, NULL, 'billing+5@example.com', 'NotSet', 'NeedToPrint', NULL, 'Quality checked ✅
see attached sheet', 'Order 000003 · Quality checked ✅
see attached sheet', NULL, '{"crew": "VOLVO TAD1643", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-08 11:54:06+00', '2026-10-17 19:30:47+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '4', 'Garage', '1004', '1', '1', 'Sonnenschein Machine Tools 株式会社 1', '2026-10-10', '2026-11-09', NULL, 'USD', 46866.52, 195.03, 46866.52, 0, 1, 46866.52, 46866.52, 8, false, '3', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000004 · Gracias por su compra 🙌', NULL, '{"crew": "VOLVO TAD1643", "enginemodel": null, "generatormodel": "C15-500"}', false, NULL, '2026-10-10 13:03:30+00', '2026-10-10 13:03:30+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '5', 'Garage', '1005', '4', '4', 'Kowalski Veterinary Clinic LLC 4', '2026-10-13', '2026-12-12', NULL, 'USD', 6675.14, 391.34, 6675.14, 0, 1, 6675.14, 6675.14, 3, false, '4', NULL, NULL, NULL, 'billing+4@example.com', 'NotSet', 'NeedToPrint', NULL, 'Partial delivery, remainder to follow under separate cover.', 'Order 000005 · Partial delivery, remainder to follow under separate cover.', NULL, '{"crew": "3516B", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-13 23:36:41+00', '2026-10-13 23:36:41+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '6', 'Garage', '1006', '2', '2', 'Ødegård Machine Tools Co. 2', '2026-10-15', '2026-11-14', NULL, 'USD', 27281.47, 2020.85, 27281.47, 0, 1, 27281.47, 27281.47, 2, false, '3', NULL, NULL, NULL, 'billing+2@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000006 · Deliver to the "back" gate; call first.', NULL, '{"crew": "VOLVO TAD1643", "enginemodel": "QSK60", "generatormodel": "Tier 4 «Final»"}', false, NULL, '2026-10-16 03:36:30+00', '2026-10-17 18:45:43+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '8', 'Garage', '1008', '3', '3', 'Ødegård Machine Tools Co. 2:Job 3 O''Brien', '2026-10-21', '2026-12-20', NULL, 'USD', 24477.76, 1072.38, 24477.76, 0, 1, 24477.76, 24477.76, 11, false, '4', NULL, NULL, NULL, 'billing+3@example.com', 'NotSet', 'NeedToPrint', NULL, 'Quality checked ✅
see attached sheet', 'Order 000008 · Quality checked ✅
see attached sheet', NULL, '{"crew": "MTU 4000", "enginemodel": null, "generatormodel": "Tier 4 «Final»"}', false, NULL, '2026-10-21 12:30:18+00', '2026-11-04 23:52:04+00', '1', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '9', 'Garage', '1009', '3', '3', 'Ødegård Machine Tools Co. 2:Job 3 O''Brien', '2026-10-22', '2026-12-21', NULL, 'USD', 36602.87, 2547.89, 36602.87, 0, 1, 36602.87, 36602.87, 7, false, '4', NULL, NULL, NULL, 'billing+3@example.com', 'NotSet', 'NeedToPrint', NULL, 'Deliver to the "back" gate; call first.', 'Order 000009 · Deliver to the "back" gate; call first.', NULL, '{"crew": "QSK60", "enginemodel": null, "generatormodel": null}', false, NULL, '2026-10-23 06:41:11+00', '2026-10-23 06:41:11+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.invoices VALUES ('9130350000000072', '7', 'Garage', '7b', '1', '1', 'Sonnenschein Machine Tools 株式会社 1', '2026-10-17', '2026-11-16', NULL, 'USD', 62399.21, 3286.71, 62399.21, 0, 1, 62399.21, 62399.21, 9, false, '3', NULL, NULL, NULL, 'billing+1@example.com', 'NotSet', 'NeedToPrint', NULL, 'Gracias por su compra 🙌', 'Order 000007 · Gracias por su compra 🙌', NULL, '{"crew": "Tier 4 «Final»", "enginemodel": "QSK60", "generatormodel": "MTU 4000"}', false, NULL, '2026-10-18 06:14:40+00', '2026-11-20 12:00:00+00', '1', '2026-11-25 18:33:57.042296+00');


--
-- Data for Name: items; Type: TABLE DATA; Schema: analytics; Owner: -
--

INSERT INTO analytics.items VALUES ('9130350000000071', '2', 'Bakery', 'Installation 2', 'Installation 2', 'Service', 'SKU-00002', 'Installation 2 — Quality checked ✅
see attached sheet', NULL, NULL, '1', NULL, NULL, 417, 250.2, NULL, NULL, NULL, true, false, true, false, NULL, '{}', false, NULL, '2026-10-11 20:19:24+00', '2026-10-11 20:19:24+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.items VALUES ('9130350000000071', '3', 'Bakery', 'Sensor µ7 3', 'Sensor µ7 3', 'NonInventory', 'SKU-00003', 'Sensor µ7 3 — Gracias por su compra 🙌', NULL, NULL, '79', NULL, NULL, 94, 56.4, NULL, NULL, NULL, true, false, false, false, NULL, '{}', false, NULL, '2026-10-15 00:33:46+00', '2026-10-15 00:33:46+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.items VALUES ('9130350000000071', '4', 'Bakery', 'Fuel Tank 4', 'Fuel Tank 4', 'Group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, false, NULL, false, NULL, '{}', false, NULL, '2026-10-22 18:05:12+00', '2026-10-27 15:36:12+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.items VALUES ('9130350000000071', '5', 'Bakery', 'Electrical 5', 'Electrical 5', 'Category', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, false, NULL, false, NULL, '{}', false, NULL, '2026-10-31 04:12:07+00', '2026-10-31 04:12:07+00', '0', '2026-11-25 18:33:45.948522+00');
INSERT INTO analytics.items VALUES ('9130350000000072', '1', 'Garage', 'Generator 45 kW 1', 'Generator 45 kW 1', 'Inventory', 'SKU-00001', 'Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', NULL, NULL, '79', '80', '81', 489.18, 293.508, 40, 5, NULL, true, false, true, true, '2026-10-06', '{}', false, NULL, '2026-10-06 07:08:41+00', '2026-10-14 17:37:44+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.items VALUES ('9130350000000072', '2', 'Garage', 'Maintenance 2', 'Maintenance 2', 'Service', 'SKU-00002', 'Maintenance 2 — 請在收到後三十天內付款', NULL, NULL, '1', NULL, NULL, 116, 69.6, NULL, NULL, NULL, true, false, false, false, NULL, '{}', false, NULL, '2026-10-09 03:08:04+00', '2026-10-13 22:59:41+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.items VALUES ('9130350000000072', '3', 'Garage', 'Rock Fountain 3', 'Rock Fountain 3', 'NonInventory', 'SKU-00003', 'Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.', NULL, NULL, '79', NULL, NULL, 2296.42, 1377.852, NULL, NULL, NULL, true, false, true, false, NULL, '{}', false, NULL, '2026-10-20 01:19:45+00', '2026-10-20 01:19:45+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.items VALUES ('9130350000000072', '4', 'Garage', 'Pump 4', 'Pump 4', 'Group', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, false, NULL, false, NULL, '{}', false, NULL, '2026-10-26 14:47:49+00', '2026-10-26 14:47:49+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.items VALUES ('9130350000000072', '5', 'Garage', 'Electrical 5', 'Electrical 5', 'Category', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, true, false, NULL, false, NULL, '{}', false, NULL, '2026-10-31 02:10:13+00', '2026-11-04 02:17:32+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.items VALUES ('9130350000000072', '6', 'Garage', 'Sensor µ7 6', 'Sensor µ7 6', 'Inventory', 'SKU-00006', 'Sensor µ7 6 — Gracias por su compra 🙌', NULL, NULL, '79', '80', '81', 86, 51.6, 831, 5, NULL, true, false, false, true, '2026-11-03', '{}', false, NULL, '2026-11-03 22:01:53+00', '2026-11-03 22:01:53+00', '0', '2026-11-25 18:33:45.92192+00');
INSERT INTO analytics.items VALUES ('9130350000000071', '1', 'Bakery', 'Battery 12V 1', 'Battery 12V 1', 'Inventory', 'SKU-00001', 'Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke', NULL, NULL, '79', '80', '81', 430, 258, 705, 5, NULL, true, false, false, true, '2026-10-04', '{}', false, NULL, '2026-10-05 00:49:57+00', '2026-11-20 12:00:00+00', '0', '2026-11-25 18:33:57.059213+00');
INSERT INTO analytics.items VALUES ('9130350000000071', '6', 'Bakery', 'Battery 12V 6', 'Battery 12V 6', 'Inventory', 'SKU-00006', 'Battery 12V 6 — Gracias por su compra 🙌', NULL, NULL, '79', '80', '81', 152, 91.2, 194, 5, NULL, true, false, true, true, '2026-11-04', '{}', false, NULL, '2026-11-04 22:56:05+00', '2026-11-20 12:00:00+00', '0', '2026-11-25 18:33:57.059213+00');


--
-- Data for Name: qb_current_ids; Type: TABLE DATA; Schema: raw; Owner: -
--



--
-- Data for Name: qb_customers; Type: TABLE DATA; Schema: raw; Owner: -
--

INSERT INTO raw.qb_customers VALUES ('2', '9130350000000071', 'Bakery', '{"Id": "2", "Job": false, "Notes": "Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "Active": true, "domain": "QBO", "sparse": false, "Balance": 24736.13, "Taxable": true, "BillAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-06T23:45:53-07:00", "LastUpdatedTime": "2026-10-18T01:57:47-07:00"}, "ShipAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "GivenName": "Eloísa", "IsProject": false, "SyncToken": "0", "FamilyName": "Mbeki", "CompanyName": "Çelik Marine Engines 株式会社 2", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Çelik Marine Engines 株式会社 2", "PrimaryPhone": {"FreeFormNumber": "(650) 555-2418"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "V4IDPseudonym": "00000000000000000000000000000002", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 24736.13, "PrimaryEmailAddr": {"Address": "billing+2@example.com"}, "PrintOnCheckName": "Çelik Marine Engines 株式会社 2", "FullyQualifiedName": "Çelik Marine Engines 株式会社 2", "PreferredDeliveryMethod": "Print"}', '0', '2026-10-18 08:57:47+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('3', '9130350000000071', 'Bakery', '{"Id": "3", "Job": false, "Notes": "Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "Active": false, "domain": "QBO", "sparse": false, "Balance": 9670.40, "Taxable": false, "BillAddr": {"Id": "4", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "4503 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-15T06:59:53-07:00", "LastUpdatedTime": "2026-10-15T06:59:53-07:00"}, "ShipAddr": {"Id": "4", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "4503 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "GivenName": "Bill", "IsProject": false, "SyncToken": "0", "FamilyName": "Lucchini", "CompanyName": "Müller Brew Works 🍺 & Sons 3", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Müller Brew Works 🍺 & Sons 3 (deleted)", "PrimaryPhone": {"FreeFormNumber": "(650) 555-7739"}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "V4IDPseudonym": "00000000000000000000000000000003", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 9670.40, "PrimaryEmailAddr": {"Address": "billing+3@example.com"}, "PrintOnCheckName": "Müller Brew Works 🍺 & Sons 3", "FullyQualifiedName": "Müller Brew Works 🍺 & Sons 3 (deleted)", "PreferredDeliveryMethod": "Email"}', '0', '2026-10-15 13:59:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('4', '9130350000000071', 'Bakery', '{"Id": "4", "Job": false, "Notes": "請在收到後三十天內付款", "Active": false, "domain": "QBO", "sparse": false, "Balance": 19073.51, "Taxable": true, "BillAddr": {"Id": "5", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "2092 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-19T20:47:58-07:00", "LastUpdatedTime": "2026-10-28T11:56:46-07:00"}, "ShipAddr": {"Id": "5", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "2092 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "GivenName": "Tomás", "IsProject": false, "SyncToken": "0", "FamilyName": "García", "CompanyName": "López Freight & Sons 4", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "López Freight & Sons 4 (deleted)", "PrimaryPhone": {"FreeFormNumber": "(650) 555-7683"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "V4IDPseudonym": "00000000000000000000000000000004", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 19073.51, "PrimaryEmailAddr": {"Address": "billing+4@example.com"}, "PrintOnCheckName": "López Freight & Sons 4", "FullyQualifiedName": "López Freight & Sons 4 (deleted)", "PreferredDeliveryMethod": "None"}', '0', '2026-10-28 18:56:46+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('5', '9130350000000071', 'Bakery', '{"Id": "5", "Job": false, "Active": true, "domain": "QBO", "sparse": false, "Balance": 17582.44, "Taxable": true, "BillAddr": {"Id": "6", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "7259 Rue de l''Église", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-10-24T08:00:53-07:00", "LastUpdatedTime": "2026-10-24T08:00:53-07:00"}, "ShipAddr": {"Id": "6", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "7259 Rue de l''Église", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "GivenName": "Ximena", "IsProject": false, "SyncToken": "0", "FamilyName": "김", "CompanyName": "Ibáñez Generators 株式会社 5", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Ibáñez Generators 株式会社 5", "PrimaryPhone": {"FreeFormNumber": "(650) 555-9347"}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "V4IDPseudonym": "00000000000000000000000000000005", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 17582.44, "PrimaryEmailAddr": {"Address": "billing+5@example.com"}, "PrintOnCheckName": "Ibáñez Generators 株式会社 5", "FullyQualifiedName": "Ibáñez Generators 株式会社 5", "PreferredDeliveryMethod": "None"}', '0', '2026-10-24 15:00:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('6', '9130350000000071', 'Bakery', '{"Id": "6", "Job": false, "Active": true, "domain": "QBO", "sparse": false, "Balance": 0.00, "Taxable": false, "BillAddr": {"Id": "7", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "2910 Peninsula Rd", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-28T23:13:06-07:00", "LastUpdatedTime": "2026-10-28T23:13:06-07:00"}, "ShipAddr": {"Id": "7", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "2910 Peninsula Rd", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "GivenName": "José", "IsProject": false, "SyncToken": "0", "FamilyName": "Nguyễn", "CompanyName": "García Solar ☀️ 株式会社 6", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "García Solar ☀️ 株式会社 6", "PrimaryPhone": {"FreeFormNumber": "(650) 555-7290"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "V4IDPseudonym": "00000000000000000000000000000006", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 0.00, "PrimaryEmailAddr": {"Address": "billing+6@example.com"}, "PrintOnCheckName": "García Solar ☀️ 株式会社 6", "FullyQualifiedName": "García Solar ☀️ 株式会社 6", "PreferredDeliveryMethod": "None"}', '0', '2026-10-29 06:13:06+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('7', '9130350000000071', 'Bakery', '{"Id": "7", "Job": false, "Active": false, "domain": "QBO", "sparse": false, "Balance": 0.00, "Taxable": false, "BillAddr": {"Id": "8", "Lat": "INVALID", "City": "Tulsa", "Long": "INVALID", "Line1": "9627 Industrial Pkwy", "PostalCode": "74103", "CountrySubDivisionCode": "OK"}, "MetaData": {"CreateTime": "2026-11-04T08:57:26-08:00", "LastUpdatedTime": "2026-11-09T15:59:59-08:00"}, "ShipAddr": {"Id": "8", "Lat": "INVALID", "City": "Tulsa", "Long": "INVALID", "Line1": "9627 Industrial Pkwy", "PostalCode": "74103", "CountrySubDivisionCode": "OK"}, "GivenName": "Ximena", "IsProject": false, "SyncToken": "0", "FamilyName": "Çelik", "CompanyName": "García Marine Engines LLC 7", "CurrencyRef": {"name": "Canadian Dollar", "value": "CAD"}, "DisplayName": "García Marine Engines LLC 7 (deleted)", "PrimaryPhone": {"FreeFormNumber": "(650) 555-6997"}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "V4IDPseudonym": "00000000000000000000000000000007", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 0.00, "PrimaryEmailAddr": {"Address": "billing+7@example.com"}, "PrintOnCheckName": "García Marine Engines LLC 7", "FullyQualifiedName": "García Marine Engines LLC 7 (deleted)", "PreferredDeliveryMethod": "None"}', '0', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('8', '9130350000000071', 'Bakery', '{"Id": "8", "Job": true, "Level": 1, "Active": true, "domain": "QBO", "sparse": false, "Balance": 0.00, "Taxable": true, "BillAddr": {"Id": "9", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "4586 Industrial Pkwy", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-11-08T03:36:55-08:00", "LastUpdatedTime": "2026-11-09T15:59:59-08:00"}, "ShipAddr": {"Id": "9", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "4586 Industrial Pkwy", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "GivenName": "Eloísa", "IsProject": false, "ParentRef": {"value": "3"}, "SyncToken": "0", "FamilyName": "Lau", "CompanyName": "Job 8 Johansson", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Job 8 Johansson", "PrimaryPhone": {"FreeFormNumber": "(650) 555-2461"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "V4IDPseudonym": "00000000000000000000000000000008", "BillWithParent": true, "ClientEntityId": "0", "BalanceWithJobs": 0.00, "PrimaryEmailAddr": {"Address": "billing+8@example.com"}, "PrintOnCheckName": "Job 8 Johansson", "FullyQualifiedName": "Müller Brew Works 🍺 & Sons 3:Job 8 Johansson", "PreferredDeliveryMethod": "Print"}', '0', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('1', '9130350000000072', 'Garage', '{"Id": "1", "Job": false, "Active": true, "domain": "QBO", "sparse": false, "Balance": 176553.86, "Taxable": true, "BillAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-10-01T12:00:10-07:00", "LastUpdatedTime": "2026-10-17T15:44:22-07:00"}, "ShipAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "GivenName": "Amy", "IsProject": false, "SyncToken": "0", "FamilyName": "Kruger", "CompanyName": "Sonnenschein Machine Tools 株式会社 1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Sonnenschein Machine Tools 株式会社 1", "PrimaryPhone": {"FreeFormNumber": "(650) 555-7356"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "V4IDPseudonym": "00000000000000000000000000000001", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 176553.86, "PrimaryEmailAddr": {"Address": "billing+1@example.com"}, "PrintOnCheckName": "Sonnenschein Machine Tools 株式会社 1", "FullyQualifiedName": "Sonnenschein Machine Tools 株式会社 1", "PreferredDeliveryMethod": "Print"}', '0', '2026-10-17 22:44:22+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('2', '9130350000000072', 'Garage', '{"Id": "2", "Job": false, "Notes": "Deliver to the \"back\" gate; call first.", "Active": true, "domain": "QBO", "sparse": false, "Balance": 27281.47, "Taxable": true, "BillAddr": {"Id": "3", "Lat": "INVALID", "City": "Tulsa", "Long": "INVALID", "Line1": "5672 Peninsula Rd", "PostalCode": "74103", "CountrySubDivisionCode": "OK"}, "MetaData": {"CreateTime": "2026-10-08T06:56:01-07:00", "LastUpdatedTime": "2026-10-17T21:01:54-07:00"}, "ShipAddr": {"Id": "3", "Lat": "INVALID", "City": "Tulsa", "Long": "INVALID", "Line1": "5672 Peninsula Rd", "PostalCode": "74103", "CountrySubDivisionCode": "OK"}, "GivenName": "Eloísa", "IsProject": false, "SyncToken": "0", "FamilyName": "Mbeki", "CompanyName": "Ødegård Machine Tools Co. 2", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Ødegård Machine Tools Co. 2", "PrimaryPhone": {"FreeFormNumber": "(650) 555-1018"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "V4IDPseudonym": "00000000000000000000000000000002", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 171449.23, "PrimaryEmailAddr": {"Address": "billing+2@example.com"}, "PrintOnCheckName": "Ødegård Machine Tools Co. 2", "FullyQualifiedName": "Ødegård Machine Tools Co. 2", "PreferredDeliveryMethod": "Email"}', '0', '2026-10-18 04:01:54+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('3', '9130350000000072', 'Garage', '{"Id": "3", "Job": true, "Level": 1, "Notes": "Deliver to the \"back\" gate; call first.", "Active": true, "domain": "QBO", "sparse": false, "Balance": 144167.76, "Taxable": true, "BillAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-15T12:30:35-07:00", "LastUpdatedTime": "2026-11-02T11:48:33-08:00"}, "ShipAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "GivenName": "Noor", "IsProject": false, "ParentRef": {"value": "2"}, "SyncToken": "0", "FamilyName": "Kruger", "CompanyName": "Job 3 O''Brien", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Job 3 O''Brien", "PrimaryPhone": {"FreeFormNumber": "(650) 555-2674"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "V4IDPseudonym": "00000000000000000000000000000003", "BillWithParent": true, "ClientEntityId": "0", "BalanceWithJobs": 144167.76, "PrimaryEmailAddr": {"Address": "billing+3@example.com"}, "PrintOnCheckName": "Job 3 O''Brien", "FullyQualifiedName": "Ødegård Machine Tools Co. 2:Job 3 O''Brien", "PreferredDeliveryMethod": "Print"}', '0', '2026-11-02 19:48:33+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('4', '9130350000000072', 'Garage', '{"Id": "4", "Job": false, "Notes": "Thank you for your business and have a great day!", "Active": true, "domain": "QBO", "sparse": false, "Balance": 55359.59, "Taxable": true, "BillAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-18T12:08:02-07:00", "LastUpdatedTime": "2026-10-18T12:08:02-07:00"}, "ShipAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "GivenName": "Bill", "IsProject": false, "SyncToken": "0", "FamilyName": "Sonnenschein", "CompanyName": "Kowalski Veterinary Clinic LLC 4", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Kowalski Veterinary Clinic LLC 4", "PrimaryPhone": {"FreeFormNumber": "(650) 555-6776"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "V4IDPseudonym": "00000000000000000000000000000004", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 55359.59, "PrimaryEmailAddr": {"Address": "billing+4@example.com"}, "PrintOnCheckName": "Kowalski Veterinary Clinic LLC 4", "FullyQualifiedName": "Kowalski Veterinary Clinic LLC 4", "PreferredDeliveryMethod": "None"}', '0', '2026-10-18 19:08:02+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('5', '9130350000000072', 'Garage', '{"Id": "5", "Job": false, "Notes": "Gracias por su compra 🙌", "Active": true, "domain": "QBO", "sparse": false, "Balance": 688.00, "Taxable": false, "BillAddr": {"Id": "6", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "4811 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-22T20:32:34-07:00", "LastUpdatedTime": "2026-10-22T20:32:34-07:00"}, "ShipAddr": {"Id": "6", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "4811 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "GivenName": "Priya", "IsProject": false, "SyncToken": "0", "FamilyName": "Ferreira", "CompanyName": "Петров Veterinary Clinic LLC 5", "CurrencyRef": {"name": "Mexican Peso", "value": "MXN"}, "DisplayName": "Петров Veterinary Clinic LLC 5", "PrimaryPhone": {"FreeFormNumber": "(650) 555-6855"}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "V4IDPseudonym": "00000000000000000000000000000005", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 688.00, "PrimaryEmailAddr": {"Address": "billing+5@example.com"}, "PrintOnCheckName": "Петров Veterinary Clinic LLC 5", "FullyQualifiedName": "Петров Veterinary Clinic LLC 5", "PreferredDeliveryMethod": "Print"}', '0', '2026-10-23 03:32:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('6', '9130350000000072', 'Garage', '{"Id": "6", "Job": false, "Active": false, "domain": "QBO", "sparse": false, "Balance": 0.00, "Taxable": false, "BillAddr": {"Id": "7", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "6986 Main St.", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-27T14:21:59-07:00", "LastUpdatedTime": "2026-10-28T00:42:54-07:00"}, "ShipAddr": {"Id": "7", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "6986 Main St.", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "GivenName": "Farah", "IsProject": false, "SyncToken": "0", "FamilyName": "García", "CompanyName": "Çelik Machine Tools & Sons 6", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Çelik Machine Tools & Sons 6 (deleted)", "PrimaryPhone": {"FreeFormNumber": "(650) 555-3373"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "V4IDPseudonym": "00000000000000000000000000000006", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 0.00, "PrimaryEmailAddr": {"Address": "billing+6@example.com"}, "PrintOnCheckName": "Çelik Machine Tools & Sons 6", "FullyQualifiedName": "Çelik Machine Tools & Sons 6 (deleted)", "PreferredDeliveryMethod": "Print"}', '0', '2026-10-28 07:42:54+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('7', '9130350000000072', 'Garage', '{"Id": "7", "Job": false, "Active": true, "domain": "QBO", "sparse": false, "Balance": 0.00, "Taxable": true, "BillAddr": {"Id": "8", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1249 Peninsula Rd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-11-04T03:31:28-08:00", "LastUpdatedTime": "2026-11-04T03:31:28-08:00"}, "ShipAddr": {"Id": "8", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1249 Peninsula Rd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "GivenName": "Farah", "IsProject": false, "SyncToken": "0", "FamilyName": "Mbeki", "CompanyName": "Çelik Law Office 株式会社 7", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Çelik Law Office 株式会社 7", "PrimaryPhone": {"FreeFormNumber": "(650) 555-1292"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "V4IDPseudonym": "00000000000000000000000000000007", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 995.28, "PrimaryEmailAddr": {"Address": "billing+7@example.com"}, "PrintOnCheckName": "Çelik Law Office 株式会社 7", "FullyQualifiedName": "Çelik Law Office 株式会社 7", "PreferredDeliveryMethod": "None"}', '0', '2026-11-04 11:31:28+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('8', '9130350000000072', 'Garage', '{"Id": "8", "Job": true, "Level": 1, "Active": true, "domain": "QBO", "sparse": false, "Balance": 995.28, "Taxable": true, "BillAddr": {"Id": "9", "Lat": "47.37", "City": "Zürich", "Long": "8.54", "Line1": "4790 Industrial Pkwy", "PostalCode": "8001", "CountrySubDivisionCode": "ZH"}, "MetaData": {"CreateTime": "2026-11-09T01:49:43-08:00", "LastUpdatedTime": "2026-11-09T01:49:43-08:00"}, "ShipAddr": {"Id": "9", "Lat": "47.37", "City": "Zürich", "Long": "8.54", "Line1": "4790 Industrial Pkwy", "PostalCode": "8001", "CountrySubDivisionCode": "ZH"}, "GivenName": "Wei", "IsProject": false, "ParentRef": {"value": "7"}, "SyncToken": "0", "FamilyName": "Ferreira", "CompanyName": "Job 8 López", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Job 8 López", "PrimaryPhone": {"FreeFormNumber": "(650) 555-1461"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "V4IDPseudonym": "00000000000000000000000000000008", "BillWithParent": true, "ClientEntityId": "0", "BalanceWithJobs": 995.28, "PrimaryEmailAddr": {"Address": "billing+8@example.com"}, "PrintOnCheckName": "Job 8 López", "FullyQualifiedName": "Çelik Law Office 株式会社 7:Job 8 López", "PreferredDeliveryMethod": "Email"}', '0', '2026-11-09 09:49:43+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Customer WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_customers VALUES ('1', '9130350000000071', 'Bakery', '{"Id": "1", "Job": false, "Active": true, "domain": "QBO", "sparse": false, "Balance": 5815.98, "Taxable": true, "BillAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-03T12:46:35-07:00", "LastUpdatedTime": "2026-11-20T04:00:00-08:00"}, "ShipAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "GivenName": "Søren", "IsProject": false, "SyncToken": "0", "FamilyName": "Ferreira", "CompanyName": "Nguyễn Freight & Sons 1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "DisplayName": "Nguyễn Freight & Sons 1", "PrimaryPhone": {"FreeFormNumber": "(650) 555-9790"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "V4IDPseudonym": "00000000000000000000000000000001", "BillWithParent": false, "ClientEntityId": "0", "BalanceWithJobs": 5815.98, "PrimaryEmailAddr": {"Address": "billing+1@example.com"}, "PrintOnCheckName": "Nguyễn Freight & Sons 1", "FullyQualifiedName": "Nguyễn Freight & Sons 1", "PreferredDeliveryMethod": "Email"}', '0', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.059213+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z');


--
-- Data for Name: qb_deletions; Type: TABLE DATA; Schema: raw; Owner: -
--

INSERT INTO raw.qb_deletions VALUES ('Invoice:4', '9130350000000071', 'Bakery', '{"Id": "4", "domain": "QBO", "status": "Deleted", "MetaData": {"LastUpdatedTime": "2026-11-20T04:00:00-08:00"}}', NULL, '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.059213+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', 'Invoice', '4', '2026-11-20 12:00:00+00');


--
-- Data for Name: qb_invoice_lines; Type: TABLE DATA; Schema: raw; Owner: -
--

INSERT INTO raw.qb_invoice_lines VALUES ('10:#4', '9130350000000071', 'Bakery', '{"Amount": 4760.90, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-11-07 18:41:20+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 4, '4', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 430.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-07 18:41:20+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 1824.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-07 18:41:20+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 2506.90, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 5.83, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-07 18:41:20+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:#2', '9130350000000071', 'Bakery', '{"Amount": 1824.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-29 10:55:39+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 2, '2', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 0, "LineNum": 1, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "2", "Amount": 1368.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 456.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}', '0', '2026-10-29 10:55:39+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 1, '1', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:1/2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 1368.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-29 10:55:39+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 1, '1/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:1/3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 456.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-29 10:55:39+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 2, '1/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:#4', '9130350000000071', 'Bakery', '{"Amount": 3047.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 4, '4', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 430.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 940.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:#9', '9130350000000072', 'Garage', '{"Amount": 39841.82, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 9, '9', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1677.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 3.9, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:#7', '9130350000000071', 'Bakery', '{"Amount": 11464.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 7, '7', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 752.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 456.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 4730.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 4730.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:5', '9130350000000071', 'Bakery', '{"Id": "5", "Amount": 0, "LineNum": 5, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "6", "Amount": 456.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 152.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 5, '5', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:5/6', '9130350000000071', 'Bakery', '{"Id": "6", "Amount": 456.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 1, '5/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:5/7', '9130350000000071', 'Bakery', '{"Id": "7", "Amount": 152.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 2, '5/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:8', '9130350000000071', 'Bakery', '{"Id": "8", "Amount": 188.00, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:#5', '9130350000000071', 'Bakery', '{"Amount": 5083.44, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-11-05 09:44:50+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 5, '5', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 376.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-05 09:44:50+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 1363.44, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8.97, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-05 09:44:50+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1824.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-05 09:44:50+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 1520.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-05 09:44:50+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('15:#4', '9130350000000071', 'Bakery', '{"Amount": 4484.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-11-09 17:04:51+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '15', 4, '4', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('15:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 940.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-09 17:04:51+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '15', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('15:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 1720.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-09 17:04:51+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '15', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('15:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1824.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-09 17:04:51+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '15', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:#6', '9130350000000071', 'Bakery', '{"Amount": 10274.84, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 6, '6', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 1720.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 0, "LineNum": 2, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "3", "Amount": 1368.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 456.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 2, '2', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:#3', '9130350000000072', 'Garage', '{"Amount": 5852.76, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-11-06 03:10:48+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 3, '3', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:2/3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1368.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 1, '2/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:2/4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 456.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 2, '2/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:5', '9130350000000071', 'Bakery', '{"Id": "5", "Amount": 3590.50, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 8.35, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:6', '9130350000000071', 'Bakery', '{"Id": "6", "Amount": 1720.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:7', '9130350000000071', 'Bakery', '{"Id": "7", "Amount": 1420.34, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 15.11, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:#4', '9130350000000071', 'Bakery', '{"Amount": 3758.50, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-05 00:26:40+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 4, '4', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 305.50, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3.25, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-05 00:26:40+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 1368.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-05 00:26:40+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 2085.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-05 00:26:40+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('3:#2', '9130350000000071', 'Bakery', '{"Amount": 1034.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-08 06:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '3', 2, '2', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('3:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 1034.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-08 06:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '3', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:#8', '9130350000000071', 'Bakery', '{"Amount": 9697.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 8, '8', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 3440.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 1290.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1128.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 1128.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:5', '9130350000000071', 'Bakery', '{"Id": "5", "Amount": 417.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:6', '9130350000000071', 'Bakery', '{"Id": "6", "Amount": 0, "LineNum": 6, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "7", "Amount": 1368.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 456.00, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 6, '6', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:6/7', '9130350000000071', 'Bakery', '{"Id": "7", "Amount": 1368.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 1, '6/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:6/8', '9130350000000071', 'Bakery', '{"Id": "8", "Amount": 456.00, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 2, '6/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:9', '9130350000000071', 'Bakery', '{"Id": "9", "Amount": 470.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:#6', '9130350000000071', 'Bakery', '{"Amount": 13456.40, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 6, '6', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:#7', '9130350000000071', 'Bakery', '{"Amount": 336.41, "DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": true, "DiscountPercent": 2.5, "DiscountAccountRef": {"name": "Discounts given", "value": "86"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 7, '7', 'DiscountLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 267.90, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2.85, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 0, "LineNum": 2, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "3", "Amount": 1368.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 456.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 2, '2', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:2/3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1368.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 1, '2/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:2/4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 456.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 2, '2/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:5', '9130350000000071', 'Bakery', '{"Id": "5", "Amount": 7116.50, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 16.55, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:6', '9130350000000071', 'Bakery', '{"Id": "6", "Amount": 912.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:7', '9130350000000071', 'Bakery', '{"Id": "7", "Amount": 3336.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:#10', '9130350000000071', 'Bakery', '{"Amount": 0.00, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "SHIPPING_ITEM_ID"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 10, '10', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:#9', '9130350000000071', 'Bakery', '{"Amount": 0.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 9, '9', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 0.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 0, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 0.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 0, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 0.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 0, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 0.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 0, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:5', '9130350000000071', 'Bakery', '{"Id": "5", "LineNum": 5, "DetailType": "DescriptionOnly", "Description": "Quality checked ✅\nsee attached sheet", "DescriptionLineDetail": {}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 5, '5', 'DescriptionOnly');
INSERT INTO raw.qb_invoice_lines VALUES ('6:6', '9130350000000071', 'Bakery', '{"Id": "6", "Amount": 0.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 0, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:7', '9130350000000071', 'Bakery', '{"Id": "7", "Amount": 0.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 0, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:8', '9130350000000071', 'Bakery', '{"Id": "8", "LineNum": 8, "DetailType": "DescriptionOnly", "Description": "Deliver to the \"back\" gate; call first.", "DescriptionLineDetail": {}}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 8, '8', 'DescriptionOnly');
INSERT INTO raw.qb_invoice_lines VALUES ('7:#2', '9130350000000071', 'Bakery', '{"Amount": 1672.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-17 13:50:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '7', 2, '2', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 1672.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-17 13:50:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '7', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:#4', '9130350000000071', 'Bakery', '{"Amount": 4699.26, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-20 15:25:33+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 4, '4', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 760.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-20 15:25:33+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 2502.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-20 15:25:33+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 1437.26, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 15.29, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-20 15:25:33+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:#6', '9130350000000071', 'Bakery', '{"Amount": 7998.40, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 6, '6', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:1', '9130350000000071', 'Bakery', '{"Id": "1", "Amount": 1034.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:2', '9130350000000071', 'Bakery', '{"Id": "2", "Amount": 5366.40, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 12.48, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:3', '9130350000000071', 'Bakery', '{"Id": "3", "Amount": 94.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:4', '9130350000000071', 'Bakery', '{"Id": "4", "Amount": 940.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:5', '9130350000000071', 'Bakery', '{"Id": "5", "Amount": 564.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:#5', '9130350000000072', 'Garage', '{"Amount": 25953.37, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 5, '5', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:#6', '9130350000000072', 'Garage', '{"Amount": 1297.67, "DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": true, "DiscountPercent": 5, "DiscountAccountRef": {"name": "Discounts given", "value": "86"}}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 6, '6', 'DiscountLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:#7', '9130350000000072', 'Garage', '{"Amount": 12.45, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "SHIPPING_ITEM_ID"}}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 116.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 774.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 928.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('10:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 24135.37, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 10.51, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '10', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:#7', '9130350000000072', 'Garage', '{"Amount": 29238.84, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 7, '7', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 933.80, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8.05, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 6889.26, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 232.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 0, "LineNum": 4, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "5", "Amount": 344.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 9185.68, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 2, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 4, '4', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:4/5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 344.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 1, '4/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:4/6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 9185.68, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 2, '4/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 6889.26, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:8', '9130350000000072', 'Garage', '{"Id": "8", "Amount": 0, "LineNum": 8, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "9", "Amount": 172.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "10", "Amount": 4592.84, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 6, '6', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:8/10', '9130350000000072', 'Garage', '{"Id": "10", "Amount": 4592.84, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 2, '6/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('11:8/9', '9130350000000072', 'Garage', '{"Id": "9", "Amount": 172.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '11', 1, '6/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 86.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:10', '9130350000000072', 'Garage', '{"Id": "10", "Amount": 580.00, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 8, '8', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 589.10, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6.85, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 20667.78, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 860.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 11482.10, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 0, "LineNum": 6, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "7", "Amount": 172.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 4592.84, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 6, '6', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:6/7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 172.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 1, '6/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:6/8', '9130350000000072', 'Garage', '{"Id": "8", "Amount": 4592.84, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 2, '6/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('12:9', '9130350000000072', 'Garage', '{"Id": "9", "Amount": 812.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 7, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '12', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 2296.42, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-06 03:10:48+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('13:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 3556.34, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 7.27, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-06 03:10:48+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '13', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:#3', '9130350000000072', 'Garage', '{"Amount": 10878.12, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-11-06 15:38:53+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 3, '3', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 1692.44, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 14.59, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-11-06 15:38:53+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('14:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 9185.68, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-11-06 15:38:53+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '14', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('15:#2', '9130350000000072', 'Garage', '{"Amount": 928.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-11-07 23:29:26+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '15', 2, '2', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('15:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 928.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-11-07 23:29:26+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '15', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:#8', '9130350000000072', 'Garage', '{"Amount": 59444.88, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 8, '8', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 3424.26, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 7, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 258.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 9185.68, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 946.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 489.18, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 45055.76, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 19.62, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('1:7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 86.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '1', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:#8', '9130350000000072', 'Garage', '{"Amount": 19197.39, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 8, '8', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 1044.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 688.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 3674.27, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 1.6, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 3913.44, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 348.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 0, "LineNum": 6, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "7", "Amount": 344.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 9185.68, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 2, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 6, '6', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 22964.20, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:6/7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 344.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 1, '6/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:6/8', '9130350000000072', 'Garage', '{"Id": "8", "Amount": 9185.68, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 2, '6/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('2:9', '9130350000000072', 'Garage', '{"Id": "9", "LineNum": 9, "DetailType": "DescriptionOnly", "Description": "Gracias por su compra 🙌", "DescriptionLineDetail": {}}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '2', 7, '7', 'DescriptionOnly');
INSERT INTO raw.qb_invoice_lines VALUES ('3:#2', '9130350000000072', 'Garage', '{"Amount": 688.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-10-17 19:30:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '3', 2, '2', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('3:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 688.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-10-17 19:30:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '3', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:#8', '9130350000000072', 'Garage', '{"Amount": 46671.49, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 8, '8', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 9185.68, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 602.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 7, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 928.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 1160.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 32425.45, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 14.12, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 978.36, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('4:7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 1392.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '4', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:#3', '9130350000000072', 'Garage', '{"Amount": 6283.80, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-13 23:36:41+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 3, '3', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 4891.80, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-13 23:36:41+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('5:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 1392.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-13 23:36:41+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '5', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:#2', '9130350000000072', 'Garage', '{"Amount": 25260.62, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-10-17 18:45:43+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 2, '2', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('6:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 25260.62, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-10-17 18:45:43+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '6', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:#9', '9130350000000072', 'Garage', '{"Amount": 59112.50, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 9, '9', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:#9', '9130350000000072', 'Garage', '{"Amount": 23405.38, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 9, '9', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 489.18, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:10', '9130350000000072', 'Garage', '{"Id": "10", "Amount": 516.00, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 8, '8', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 4891.80, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 1467.54, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 4402.62, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 0, "LineNum": 5, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "6", "Amount": 172.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 4592.84, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 5, '5', 'GroupLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:5/6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 172.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 1, '5/1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:5/7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 4592.84, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 2, '5/2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:8', '9130350000000072', 'Garage', '{"Id": "8", "Amount": 2280.56, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 19.66, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('8:9', '9130350000000072', 'Garage', '{"Id": "9", "Amount": 4592.84, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '8', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:#7', '9130350000000072', 'Garage', '{"Amount": 34054.98, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 7, '7', 'SubTotalLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:1', '9130350000000072', 'Garage', '{"Id": "1", "Amount": 2206.32, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 19.02, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 1, '1', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 4707.66, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2.05, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 2876.38, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 5.88, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 1956.72, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 2788.33, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 5.7, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('9:6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 19519.57, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 8.5, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000', '9', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:2', '9130350000000072', 'Garage', '{"Id": "2", "Amount": 6889.26, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 2, '2', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:3', '9130350000000072', 'Garage', '{"Id": "3", "Amount": 6889.26, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 3, '3', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:4', '9130350000000072', 'Garage', '{"Id": "4", "Amount": 4592.84, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 4, '4', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:5', '9130350000000072', 'Garage', '{"Id": "5", "Amount": 928.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 5, '5', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:6', '9130350000000072', 'Garage', '{"Id": "6", "Amount": 11482.10, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 6, '6', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:7', '9130350000000072', 'Garage', '{"Id": "7", "Amount": 774.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 7, '7', 'SalesItemLineDetail');
INSERT INTO raw.qb_invoice_lines VALUES ('7:8', '9130350000000072', 'Garage', '{"Id": "8", "Amount": 4592.84, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z', '7', 8, '8', 'SalesItemLineDetail');


--
-- Data for Name: qb_invoices; Type: TABLE DATA; Schema: raw; Owner: -
--

INSERT INTO raw.qb_invoices VALUES ('1', '9130350000000071', 'Bakery', '{"Id": "1", "Line": [{"Id": "1", "Amount": 1720.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 0, "LineNum": 2, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "3", "Amount": 1368.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 456.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}, {"Id": "5", "Amount": 3590.50, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 8.35, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 1720.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 1420.34, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 15.11, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 10274.84, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 11060.35, "Deposit": 0, "DueDate": "2026-10-31", "TxnDate": "2026-10-01", "BillAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "Line2": "Çelik Marine Engines 株式会社 2", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-01T14:06:02-07:00", "LastUpdatedTime": "2026-10-01T14:06:02-07:00"}, "ShipAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "TotalAmt": 11060.35, "BillEmail": {"Address": "billing+2@example.com"}, "DocNumber": "1001", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Çelik Marine Engines 株式会社 2", "value": "2"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000001 · Partial delivery, remainder to follow under separate cover.", "CustomerMemo": {"value": "Partial delivery, remainder to follow under separate cover."}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 785.51, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 9818.84}}], "TotalTax": 785.51, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-01 21:06:02+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('10', '9130350000000071', 'Bakery', '{"Id": "10", "Line": [{"Id": "1", "Amount": 430.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 1824.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 2506.90, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 5.83, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 4760.90, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 4961.06, "Deposit": 0, "DueDate": "2026-11-25", "TxnDate": "2026-10-26", "BillAddr": {"Id": "5", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "2092 Ocean Ave", "Line2": "López Freight & Sons 4", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-26T21:04:34-07:00", "LastUpdatedTime": "2026-11-07T10:41:20-08:00"}, "ShipAddr": {"Id": "5", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "2092 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "TotalAmt": 4961.06, "BillEmail": {"Address": "billing+4@example.com"}, "DocNumber": "1010", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "López Freight & Sons 4", "value": "4"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000010 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 200.16, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8.88, "TaxRateRef": {"value": "5"}, "PercentBased": true, "NetAmountTaxable": 2254.00}}], "TotalTax": 200.16, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-11-07 18:41:20+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('11', '9130350000000071', 'Bakery', '{"Id": "11", "Line": [{"Id": "1", "Amount": 0, "LineNum": 1, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "2", "Amount": 1368.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 456.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}, {"Amount": 1824.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 1933.44, "Deposit": 0, "DueDate": "2026-11-28", "TxnDate": "2026-10-29", "BillAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "Line2": "Çelik Marine Engines 株式会社 2", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-29T03:55:39-07:00", "LastUpdatedTime": "2026-10-29T03:55:39-07:00"}, "ShipAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "TotalAmt": 1933.44, "BillEmail": {"Address": "billing+2@example.com"}, "DocNumber": "1011", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Çelik Marine Engines 株式会社 2", "value": "2"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000011 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 109.44, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 1368.00}}], "TotalTax": 109.44, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-29 10:55:39+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('12', '9130350000000071', 'Bakery', '{"Id": "12", "Line": [{"Id": "1", "Amount": 430.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 940.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 1677.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 3.9, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 3047.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 3290.76, "Deposit": 0, "DueDate": "2026-11-30", "TxnDate": "2026-10-31", "BillAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "Line2": "Çelik Marine Engines 株式会社 2", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-31T18:02:57-07:00", "LastUpdatedTime": "2026-11-09T15:59:59-08:00"}, "ShipAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "TotalAmt": 3290.76, "BillEmail": {"Address": "billing+2@example.com"}, "DocNumber": "1012", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Çelik Marine Engines 株式会社 2", "value": "2"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000012 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 243.76, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 3047.00}}], "TotalTax": 243.76, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-11-09 23:59:59+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('13', '9130350000000071', 'Bakery', '{"Id": "13", "Line": [{"Id": "1", "Amount": 752.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 456.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 4730.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 4730.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 0, "LineNum": 5, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "6", "Amount": 456.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 152.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}, {"Id": "8", "Amount": 188.00, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 11464.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 12344.54, "Deposit": 0, "DueDate": "2026-11-02", "TxnDate": "2026-11-02", "BillAddr": {"Id": "6", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "7259 Rue de l''Église", "Line2": "Ibáñez Generators 株式会社 5", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-11-02T07:00:23-08:00", "LastUpdatedTime": "2026-11-04T03:01:57-08:00"}, "ShipAddr": {"Id": "6", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "7259 Rue de l''Église", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 12344.54, "BillEmail": {"Address": "billing+5@example.com"}, "DocNumber": "1013", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "3516B", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Ibáñez Generators 株式会社 5", "value": "5"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000013 · Thank you for your business and have a great day!", "CustomerMemo": {"value": "Thank you for your business and have a great day!"}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 880.54, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8.88, "TaxRateRef": {"value": "5"}, "PercentBased": true, "NetAmountTaxable": 9916.00}}], "TotalTax": 880.54, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-11-04 11:01:57+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('7', '9130350000000071', 'Bakery', '{"Id": "7", "Line": [{"Id": "1", "Amount": 1672.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 1672.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 1672.00, "Deposit": 0, "DueDate": "2026-10-17", "TxnDate": "2026-10-17", "BillAddr": {"Id": "4", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "4503 Industrial Pkwy", "Line2": "Müller Brew Works 🍺 & Sons 3", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-17T06:50:42-07:00", "LastUpdatedTime": "2026-10-17T06:50:42-07:00"}, "ShipAddr": {"Id": "4", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "4503 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "TotalAmt": 1672.00, "BillEmail": {"Address": "billing+3@example.com"}, "DocNumber": "1007", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "3516B", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "3516B", "DefinitionId": "3"}], "CustomerRef": {"name": "Müller Brew Works 🍺 & Sons 3", "value": "3"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000007 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "TxnTaxDetail": {"TotalTax": 0.00}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-17 13:50:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('14', '9130350000000071', 'Bakery', '{"Id": "14", "Line": [{"Id": "1", "Amount": 376.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 1363.44, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8.97, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 1824.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 1520.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 5083.44, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 5237.90, "Deposit": 0, "DueDate": "2026-11-05", "TxnDate": "2026-11-05", "BillAddr": {"Id": "6", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "7259 Rue de l''Église", "Line2": "Ibáñez Generators 株式会社 5", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-11-05T01:44:50-08:00", "LastUpdatedTime": "2026-11-05T01:44:50-08:00"}, "ShipAddr": {"Id": "6", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "7259 Rue de l''Église", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 5237.90, "BillEmail": {"Address": "billing+5@example.com"}, "DocNumber": "1014", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Ibáñez Generators 株式会社 5", "value": "5"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000014 · Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "CustomerMemo": {"value": "Zahlbar innerhalb von 30 Tagen ohne Abzug — danke"}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 154.46, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8.88, "TaxRateRef": {"value": "5"}, "PercentBased": true, "NetAmountTaxable": 1739.44}}], "TotalTax": 154.46, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-11-05 09:44:50+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('15', '9130350000000071', 'Bakery', '{"Id": "15", "Line": [{"Id": "1", "Amount": 940.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 1720.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 1824.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 4484.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 4559.20, "Deposit": 0, "DueDate": "2026-12-09", "TxnDate": "2026-11-09", "BillAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "Line2": "Çelik Marine Engines 株式会社 2", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-11-09T09:04:51-08:00", "LastUpdatedTime": "2026-11-09T09:04:51-08:00"}, "ShipAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "TotalAmt": 4559.20, "BillEmail": {"Address": "billing+2@example.com"}, "DocNumber": "1015", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "3516B", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "MTU 4000", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "3"}], "CustomerRef": {"name": "Çelik Marine Engines 株式会社 2", "value": "2"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000015 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 75.20, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 940.00}}], "TotalTax": 75.20, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-11-09 17:04:51+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('2', '9130350000000071', 'Bakery', '{"Id": "2", "Line": [{"Id": "1", "Amount": 305.50, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3.25, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 1368.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 2085.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Amount": 3758.50, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 3892.38, "Deposit": 0, "DueDate": "2026-11-03", "TxnDate": "2026-10-04", "BillAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "Line2": "Çelik Marine Engines 株式会社 2", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-04T17:26:40-07:00", "LastUpdatedTime": "2026-10-04T17:26:40-07:00"}, "ShipAddr": {"Id": "3", "Lat": "37.46", "City": "Half Moon Bay", "Long": "-122.43", "Line1": "1470 Mission Blvd", "PostalCode": "94213", "CountrySubDivisionCode": "CA"}, "TotalAmt": 3892.38, "BillEmail": {"Address": "billing+2@example.com"}, "DocNumber": "1002", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "3"}], "CustomerRef": {"name": "Çelik Marine Engines 株式会社 2", "value": "2"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000002 · 請在收到後三十天內付款", "CustomerMemo": {"value": "請在收到後三十天內付款"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 133.88, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 1673.50}}], "TotalTax": 133.88, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-05 00:26:40+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('3', '9130350000000071', 'Bakery', '{"Id": "3", "Line": [{"Id": "1", "Amount": 1034.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 1034.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 1116.72, "Deposit": 0, "DueDate": "2026-10-22", "TxnDate": "2026-10-07", "BillAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "Line2": "Nguyễn Freight & Sons 1", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-07T23:30:00-07:00", "LastUpdatedTime": "2026-10-07T23:30:00-07:00"}, "ShipAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 1116.72, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1003", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Nguyễn Freight & Sons 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000003 · 請在收到後三十天內付款", "CustomerMemo": {"value": "請在收到後三十天內付款"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 82.72, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 1034.00}}], "TotalTax": 82.72, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-08 06:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('4', '9130350000000071', 'Bakery', '{"Id": "4", "Line": [{"Id": "1", "Amount": 3440.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 1290.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 1128.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 1128.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 417.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "6", "Amount": 0, "LineNum": 6, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "7", "Amount": 1368.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 456.00, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}, {"Id": "9", "Amount": 470.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 9697.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 10311.56, "Deposit": 0, "DueDate": "2026-10-25", "TxnDate": "2026-10-10", "BillAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "Line2": "Nguyễn Freight & Sons 1", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-10T21:09:53-07:00", "LastUpdatedTime": "2026-10-10T21:09:53-07:00"}, "ShipAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 10311.56, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1004", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Nguyễn Freight & Sons 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000004 · Quality checked ✅\nsee attached sheet", "CustomerMemo": {"value": "Quality checked ✅\nsee attached sheet"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 614.56, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 7682.00}}], "TotalTax": 614.56, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-11 04:09:53+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('5', '9130350000000071', 'Bakery', '{"Id": "5", "Line": [{"Id": "1", "Amount": 267.90, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2.85, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 0, "LineNum": 2, "DetailType": "GroupLineDetail", "Description": "Fuel Tank 4", "GroupLineDetail": {"Line": [{"Id": "3", "Amount": 1368.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 456.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 3, "GroupItemRef": {"name": "Fuel Tank 4", "value": "4"}}}, {"Id": "5", "Amount": 7116.50, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 16.55, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 912.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 3336.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Amount": 13456.40, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}, {"Amount": 336.41, "DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": true, "DiscountPercent": 2.5, "DiscountAccountRef": {"name": "Discounts given", "value": "86"}}}], "domain": "QBO", "sparse": false, "Balance": 14112.45, "Deposit": 0, "DueDate": "2026-11-12", "TxnDate": "2026-10-13", "BillAddr": {"Id": "5", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "2092 Ocean Ave", "Line2": "López Freight & Sons 4", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-13T05:30:00-07:00", "LastUpdatedTime": "2026-10-13T05:30:00-07:00"}, "ShipAddr": {"Id": "5", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "2092 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "TotalAmt": 14112.45, "BillEmail": {"Address": "billing+4@example.com"}, "DocNumber": "1005", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "MTU 4000", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "López Freight & Sons 4", "value": "4"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000005 · Quality checked ✅\nsee attached sheet", "CustomerMemo": {"value": "Quality checked ✅\nsee attached sheet"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 992.46, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8.88, "TaxRateRef": {"value": "5"}, "PercentBased": true, "NetAmountTaxable": 11176.40}}], "TotalTax": 992.46, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-13 12:30:00+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('6', '9130350000000071', 'Bakery', '{"Id": "6", "Line": [{"Id": "1", "Amount": 0.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 0, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "2", "Amount": 0.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 0, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 0.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 0, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 0.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 0, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "LineNum": 5, "DetailType": "DescriptionOnly", "Description": "Quality checked ✅\nsee attached sheet", "DescriptionLineDetail": {}}, {"Id": "6", "Amount": 0.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 0, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "7", "Amount": 0.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 0, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 0, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "LineNum": 8, "DetailType": "DescriptionOnly", "Description": "Deliver to the \"back\" gate; call first.", "DescriptionLineDetail": {}}, {"Amount": 0.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}, {"Amount": 0.00, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "SHIPPING_ITEM_ID"}}}], "domain": "QBO", "sparse": false, "Balance": 0.00, "Deposit": 0, "DueDate": "2026-10-30", "TxnDate": "2026-10-15", "BillAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "Line2": "Nguyễn Freight & Sons 1", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-15T11:35:42-07:00", "LastUpdatedTime": "2026-10-15T11:35:42-07:00"}, "ShipAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 0.00, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1006", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "MTU 4000", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Nguyễn Freight & Sons 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Voided", "CustomerMemo": {"value": "Quality checked ✅\nsee attached sheet"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 0.00, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 0.00}}], "TotalTax": 0.00, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-10-15 18:35:42+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('8', '9130350000000071', 'Bakery', '{"Id": "8", "Line": [{"Id": "1", "Amount": 760.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Battery 12V 6", "value": "6"}, "UnitPrice": 152, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 2502.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Installation 2", "value": "2"}, "UnitPrice": 417, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "3", "Amount": 1437.26, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 15.29, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 4699.26, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 4699.26, "Deposit": 0, "DueDate": "2026-11-04", "TxnDate": "2026-10-20", "BillAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "Line2": "Nguyễn Freight & Sons 1", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-20T08:25:33-07:00", "LastUpdatedTime": "2026-10-20T08:25:33-07:00"}, "ShipAddr": {"Id": "2", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "9699 Rue de l''Église", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 4699.26, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1008", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Nguyễn Freight & Sons 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000008 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 0.00, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 0.00}}], "TotalTax": 0.00, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-20 15:25:33+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('9', '9130350000000071', 'Bakery', '{"Id": "9", "Line": [{"Id": "1", "Amount": 1034.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 5366.40, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 12.48, "ItemRef": {"name": "Battery 12V 1", "value": "1"}, "UnitPrice": 430, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 94.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 940.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 564.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Sensor µ7 3", "value": "3"}, "UnitPrice": 94, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 7998.40, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 7998.40, "Deposit": 0, "DueDate": "2026-10-23", "TxnDate": "2026-10-23", "BillAddr": {"Id": "4", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "4503 Industrial Pkwy", "Line2": "Müller Brew Works 🍺 & Sons 3", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-23T05:14:31-07:00", "LastUpdatedTime": "2026-10-23T05:14:31-07:00"}, "ShipAddr": {"Id": "4", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "4503 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "TotalAmt": 7998.40, "BillEmail": {"Address": "billing+3@example.com"}, "DocNumber": "1009", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Müller Brew Works 🍺 & Sons 3", "value": "3"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000009 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "TxnTaxDetail": {"TotalTax": 0.00}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-23 12:14:31+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('1', '9130350000000072', 'Garage', '{"Id": "1", "Line": [{"Id": "1", "Amount": 3424.26, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 7, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 258.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 9185.68, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 946.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 489.18, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 45055.76, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 19.62, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 86.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 59444.88, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 63438.10, "Deposit": 0, "DueDate": "2026-12-01", "TxnDate": "2026-10-02", "BillAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "Line2": "Job 3 O''Brien", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-02T19:18:47-07:00", "LastUpdatedTime": "2026-10-02T19:18:47-07:00"}, "ShipAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 63438.10, "BillEmail": {"Address": "billing+3@example.com"}, "DocNumber": "1001", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "3"}], "CustomerRef": {"name": "Ødegård Machine Tools Co. 2:Job 3 O''Brien", "value": "3"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000001 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 3993.22, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 49915.20}}], "TotalTax": 3993.22, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-03 02:18:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('10', '9130350000000072', 'Garage', '{"Id": "10", "Line": [{"Id": "1", "Amount": 116.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "2", "Amount": 774.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 928.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "4", "Amount": 24135.37, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 10.51, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 25953.37, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}, {"Amount": 1297.67, "DetailType": "DiscountLineDetail", "DiscountLineDetail": {"PercentBased": true, "DiscountPercent": 5, "DiscountAccountRef": {"name": "Discounts given", "value": "86"}}}, {"Amount": 12.45, "DetailType": "SalesItemLineDetail", "SalesItemLineDetail": {"ItemRef": {"value": "SHIPPING_ITEM_ID"}}}], "domain": "QBO", "sparse": false, "Balance": 26549.77, "Deposit": 0, "DueDate": "2026-11-25", "TxnDate": "2026-10-26", "BillAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "Line2": "Sonnenschein Machine Tools 株式会社 1", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-10-26T15:08:18-07:00", "LastUpdatedTime": "2026-10-26T15:08:18-07:00"}, "ShipAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 26549.77, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1010", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Sonnenschein Machine Tools 株式会社 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000010 · Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "CustomerMemo": {"value": "Zahlbar innerhalb von 30 Tagen ohne Abzug — danke"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 1881.62, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 7.25, "TaxRateRef": {"value": "3"}, "PercentBased": true, "NetAmountTaxable": 25953.37}}], "TotalTax": 1881.62, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-26 22:08:18+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('11', '9130350000000072', 'Garage', '{"Id": "11", "Line": [{"Id": "1", "Amount": 933.80, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8.05, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "2", "Amount": 6889.26, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 232.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "4", "Amount": 0, "LineNum": 4, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "5", "Amount": 344.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 9185.68, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 2, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}, {"Id": "7", "Amount": 6889.26, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 0, "LineNum": 8, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "9", "Amount": 172.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "10", "Amount": 4592.84, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}, {"Amount": 29238.84, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 29860.24, "Deposit": 0, "DueDate": "2026-11-26", "TxnDate": "2026-10-27", "BillAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "Line2": "Sonnenschein Machine Tools 株式会社 1", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-10-27T12:24:32-07:00", "LastUpdatedTime": "2026-10-27T12:24:32-07:00"}, "ShipAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 29860.24, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1011", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Sonnenschein Machine Tools 株式会社 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000011 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 621.40, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 7.25, "TaxRateRef": {"value": "3"}, "PercentBased": true, "NetAmountTaxable": 8571.06}}], "TotalTax": 621.40, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-27 19:24:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('12', '9130350000000072', 'Garage', '{"Id": "12", "Line": [{"Id": "1", "Amount": 86.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 589.10, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6.85, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 20667.78, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 860.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 11482.10, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 0, "LineNum": 6, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "7", "Amount": 172.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 4592.84, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}, {"Id": "9", "Amount": 812.00, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 7, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "10", "Amount": 580.00, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Amount": 39841.82, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 42647.98, "Deposit": 0, "DueDate": "2026-12-30", "TxnDate": "2026-10-31", "BillAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "Line2": "Kowalski Veterinary Clinic LLC 4", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-31T13:06:34-07:00", "LastUpdatedTime": "2026-10-31T13:06:34-07:00"}, "ShipAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "TotalAmt": 42647.98, "BillEmail": {"Address": "billing+4@example.com"}, "DocNumber": "1012", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Kowalski Veterinary Clinic LLC 4", "value": "4"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000012 · Quality checked ✅\nsee attached sheet", "CustomerMemo": {"value": "Quality checked ✅\nsee attached sheet"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 2806.16, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 35076.98}}], "TotalTax": 2806.16, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-31 20:06:34+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('13', '9130350000000072', 'Garage', '{"Id": "13", "Line": [{"Id": "1", "Amount": 2296.42, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 3556.34, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 7.27, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 5852.76, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 6036.47, "Deposit": 0, "DueDate": "2027-01-02", "TxnDate": "2026-11-03", "BillAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "Line2": "Kowalski Veterinary Clinic LLC 4", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-11-03T01:21:19-08:00", "LastUpdatedTime": "2026-11-05T19:10:48-08:00"}, "ShipAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "TotalAmt": 6036.47, "BillEmail": {"Address": "billing+4@example.com"}, "DocNumber": "1013", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Kowalski Veterinary Clinic LLC 4", "value": "4"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000013 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 183.71, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 2296.42}}], "TotalTax": 183.71, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-11-06 03:10:48+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('14', '9130350000000072', 'Garage', '{"Id": "14", "Line": [{"Id": "1", "Amount": 1692.44, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 14.59, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "2", "Amount": 9185.68, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 10878.12, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 10878.12, "Deposit": 0, "DueDate": "2026-12-06", "TxnDate": "2026-11-06", "BillAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "Line2": "Sonnenschein Machine Tools 株式会社 1", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-11-06T07:38:53-08:00", "LastUpdatedTime": "2026-11-06T07:38:53-08:00"}, "ShipAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 10878.12, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1014", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Sonnenschein Machine Tools 株式会社 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000014 · Partial delivery, remainder to follow under separate cover.", "CustomerMemo": {"value": "Partial delivery, remainder to follow under separate cover."}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 0.00, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 7.25, "TaxRateRef": {"value": "3"}, "PercentBased": true, "NetAmountTaxable": 0.00}}], "TotalTax": 0.00, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-11-06 15:38:53+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('15', '9130350000000072', 'Garage', '{"Id": "15", "Line": [{"Id": "1", "Amount": 928.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Amount": 928.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 995.28, "Deposit": 0, "DueDate": "2026-11-22", "TxnDate": "2026-11-07", "BillAddr": {"Id": "9", "Lat": "47.37", "City": "Zürich", "Long": "8.54", "Line1": "4790 Industrial Pkwy", "Line2": "Job 8 López", "PostalCode": "8001", "CountrySubDivisionCode": "ZH"}, "MetaData": {"CreateTime": "2026-11-07T15:29:26-08:00", "LastUpdatedTime": "2026-11-07T15:29:26-08:00"}, "ShipAddr": {"Id": "9", "Lat": "47.37", "City": "Zürich", "Long": "8.54", "Line1": "4790 Industrial Pkwy", "PostalCode": "8001", "CountrySubDivisionCode": "ZH"}, "TotalAmt": 995.28, "BillEmail": {"Address": "billing+8@example.com"}, "DocNumber": "1015", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "3"}], "CustomerRef": {"name": "Çelik Law Office 株式会社 7:Job 8 López", "value": "8"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000015 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 15", "value": "2"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 67.28, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 7.25, "TaxRateRef": {"value": "3"}, "PercentBased": true, "NetAmountTaxable": 928.00}}], "TotalTax": 67.28, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-11-07 23:29:26+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('2', '9130350000000072', 'Garage', '{"Id": "2", "Line": [{"Id": "1", "Amount": 1044.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "2", "Amount": 688.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 3674.27, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 1.6, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 3913.44, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 348.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "6", "Amount": 0, "LineNum": 6, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "7", "Amount": 344.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 9185.68, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 2, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}, {"Id": "9", "LineNum": 9, "DetailType": "DescriptionOnly", "Description": "Gracias por su compra 🙌", "DescriptionLineDetail": {}}, {"Amount": 19197.39, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 19649.03, "Deposit": 0, "DueDate": "2026-12-03", "TxnDate": "2026-10-04", "BillAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "Line2": "Job 3 O''Brien", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-04T01:29:05-07:00", "LastUpdatedTime": "2026-10-04T01:29:05-07:00"}, "ShipAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 19649.03, "BillEmail": {"Address": "billing+3@example.com"}, "DocNumber": "1002", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "MTU 4000", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Ødegård Machine Tools Co. 2:Job 3 O''Brien", "value": "3"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000002 · Partial delivery, remainder to follow under separate cover.", "CustomerMemo": {"value": "Partial delivery, remainder to follow under separate cover."}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 451.64, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 5645.44}}], "TotalTax": 451.64, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-04 08:29:05+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('3', '9130350000000072', 'Garage', '{"Id": "3", "Line": [{"Id": "1", "Amount": 688.00, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 688.00, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 688.00, "Deposit": 0, "DueDate": "2026-10-08", "TxnDate": "2026-10-08", "BillAddr": {"Id": "6", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "4811 Ocean Ave", "Line2": "Петров Veterinary Clinic LLC 5", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-08T04:54:06-07:00", "LastUpdatedTime": "2026-10-17T12:30:47-07:00"}, "ShipAddr": {"Id": "6", "Lat": "37.42", "City": "Middlefield", "Long": "-122.11", "Line1": "4811 Ocean Ave", "PostalCode": "94482", "CountrySubDivisionCode": "CA"}, "TotalAmt": 688.00, "BillEmail": {"Address": "billing+5@example.com"}, "DocNumber": "1003", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "Mexican Peso", "value": "MXN"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Петров Veterinary Clinic LLC 5", "value": "5"}, "EmailStatus": "NotSet", "HomeBalance": 40.39, "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000003 · Quality checked ✅\nsee attached sheet", "CustomerMemo": {"value": "Quality checked ✅\nsee attached sheet"}, "ExchangeRate": 0.0587, "HomeTotalAmt": 40.39, "SalesTermRef": {"name": "Due on receipt", "value": "1"}, "TxnTaxDetail": {"TotalTax": 0.00}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-10-17 19:30:47+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('4', '9130350000000072', 'Garage', '{"Id": "4", "Line": [{"Id": "1", "Amount": 9185.68, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 602.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 7, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 928.00, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "4", "Amount": 1160.00, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "5", "Amount": 32425.45, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 14.12, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 978.36, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 1392.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Amount": 46671.49, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 46866.52, "Deposit": 0, "DueDate": "2026-11-09", "TxnDate": "2026-10-10", "BillAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "Line2": "Sonnenschein Machine Tools 株式会社 1", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-10-10T06:03:30-07:00", "LastUpdatedTime": "2026-10-10T06:03:30-07:00"}, "ShipAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 46866.52, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "1004", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "C15-500", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Sonnenschein Machine Tools 株式会社 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000004 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 195.03, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 7.25, "TaxRateRef": {"value": "3"}, "PercentBased": true, "NetAmountTaxable": 2690.00}}], "TotalTax": 195.03, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-10 13:03:30+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('5', '9130350000000072', 'Garage', '{"Id": "5", "Line": [{"Id": "1", "Amount": 4891.80, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 1392.00, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 12, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Amount": 6283.80, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 6675.14, "Deposit": 0, "DueDate": "2026-12-12", "TxnDate": "2026-10-13", "BillAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "Line2": "Kowalski Veterinary Clinic LLC 4", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "MetaData": {"CreateTime": "2026-10-13T16:36:41-07:00", "LastUpdatedTime": "2026-10-13T16:36:41-07:00"}, "ShipAddr": {"Id": "5", "Lat": "25.68", "City": "Monterrey", "Long": "-100.31", "Line1": "8670 Industrial Pkwy", "PostalCode": "64000", "CountrySubDivisionCode": "NL"}, "TotalAmt": 6675.14, "BillEmail": {"Address": "billing+4@example.com"}, "DocNumber": "1005", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "3516B", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Kowalski Veterinary Clinic LLC 4", "value": "4"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000005 · Partial delivery, remainder to follow under separate cover.", "CustomerMemo": {"value": "Partial delivery, remainder to follow under separate cover."}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 391.34, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 4891.80}}], "TotalTax": 391.34, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-13 23:36:41+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('6', '9130350000000072', 'Garage', '{"Id": "6", "Line": [{"Id": "1", "Amount": 25260.62, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 11, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 25260.62, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 27281.47, "Deposit": 0, "DueDate": "2026-11-14", "TxnDate": "2026-10-15", "BillAddr": {"Id": "3", "Lat": "INVALID", "City": "Tulsa", "Long": "INVALID", "Line1": "5672 Peninsula Rd", "Line2": "Ødegård Machine Tools Co. 2", "PostalCode": "74103", "CountrySubDivisionCode": "OK"}, "MetaData": {"CreateTime": "2026-10-15T20:36:30-07:00", "LastUpdatedTime": "2026-10-17T11:45:43-07:00"}, "ShipAddr": {"Id": "3", "Lat": "INVALID", "City": "Tulsa", "Long": "INVALID", "Line1": "5672 Peninsula Rd", "PostalCode": "74103", "CountrySubDivisionCode": "OK"}, "TotalAmt": 27281.47, "BillEmail": {"Address": "billing+2@example.com"}, "DocNumber": "1006", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "VOLVO TAD1643", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "3"}], "CustomerRef": {"name": "Ødegård Machine Tools Co. 2", "value": "2"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000006 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 2020.85, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 25260.62}}], "TotalTax": 2020.85, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-10-17 18:45:43+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('8', '9130350000000072', 'Garage', '{"Id": "8", "Line": [{"Id": "1", "Amount": 489.18, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 1, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 4891.80, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 1467.54, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 4402.62, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 0, "LineNum": 5, "DetailType": "GroupLineDetail", "Description": "Pump 4", "GroupLineDetail": {"Line": [{"Id": "6", "Amount": 172.00, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 4592.84, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}], "Quantity": 1, "GroupItemRef": {"name": "Pump 4", "value": "4"}}}, {"Id": "8", "Amount": 2280.56, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 19.66, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "9", "Amount": 4592.84, "LineNum": 9, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "10", "Amount": 516.00, "LineNum": 10, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 6, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 23405.38, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 24477.76, "Deposit": 0, "DueDate": "2026-12-20", "TxnDate": "2026-10-21", "BillAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "Line2": "Job 3 O''Brien", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-21T05:30:18-07:00", "LastUpdatedTime": "2026-11-04T15:52:04-08:00"}, "ShipAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 24477.76, "BillEmail": {"Address": "billing+3@example.com"}, "DocNumber": "1008", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "MTU 4000", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Ødegård Machine Tools Co. 2:Job 3 O''Brien", "value": "3"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000008 · Quality checked ✅\nsee attached sheet", "CustomerMemo": {"value": "Quality checked ✅\nsee attached sheet"}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 1072.38, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 13404.74}}], "TotalTax": 1072.38, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-11-04 23:52:04+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('9', '9130350000000072', 'Garage', '{"Id": "9", "Line": [{"Id": "1", "Amount": 2206.32, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 19.02, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "2", "Amount": 4707.66, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2.05, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 2876.38, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 5.88, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 1956.72, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 4, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 2788.33, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "SalesItemLineDetail": {"Qty": 5.7, "ItemRef": {"name": "Generator 45 kW 1", "value": "1"}, "UnitPrice": 489.18, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "6", "Amount": 19519.57, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 8.5, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 34054.98, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 36602.87, "Deposit": 0, "DueDate": "2026-12-21", "TxnDate": "2026-10-22", "BillAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "Line2": "Job 3 O''Brien", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "MetaData": {"CreateTime": "2026-10-22T23:41:11-07:00", "LastUpdatedTime": "2026-10-22T23:41:11-07:00"}, "ShipAddr": {"Id": "4", "Lat": "37.45", "City": "Bayshore", "Long": "-122.18", "Line1": "1582 Mission Blvd", "PostalCode": "94326", "CountrySubDivisionCode": "CA"}, "TotalAmt": 36602.87, "BillEmail": {"Address": "billing+3@example.com"}, "DocNumber": "1009", "LinkedTxn": [], "SyncToken": "0", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "DefinitionId": "3"}], "CustomerRef": {"name": "Ødegård Machine Tools Co. 2:Job 3 O''Brien", "value": "3"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000009 · Deliver to the \"back\" gate; call first.", "CustomerMemo": {"value": "Deliver to the \"back\" gate; call first."}, "SalesTermRef": {"name": "Net 60", "value": "4"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 2547.89, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 8, "TaxRateRef": {"value": "4"}, "PercentBased": true, "NetAmountTaxable": 31848.66}}], "TotalTax": 2547.89, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '0', '2026-10-23 06:41:11+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Invoice WHERE MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_invoices VALUES ('7', '9130350000000072', 'Garage', '{"Id": "7", "Line": [{"Id": "1", "Amount": 22964.20, "LineNum": 1, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 10, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "2", "Amount": 6889.26, "LineNum": 2, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "3", "Amount": 6889.26, "LineNum": 3, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 3, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "NON"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "4", "Amount": 4592.84, "LineNum": 4, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "5", "Amount": 928.00, "LineNum": 5, "DetailType": "SalesItemLineDetail", "Description": "Maintenance 2 — 請在收到後三十天內付款", "SalesItemLineDetail": {"Qty": 8, "ItemRef": {"name": "Maintenance 2", "value": "2"}, "UnitPrice": 116, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Services", "value": "1"}}}, {"Id": "6", "Amount": 11482.10, "LineNum": 6, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 5, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "7", "Amount": 774.00, "LineNum": 7, "DetailType": "SalesItemLineDetail", "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "SalesItemLineDetail": {"Qty": 9, "ItemRef": {"name": "Sensor µ7 6", "value": "6"}, "UnitPrice": 86, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Id": "8", "Amount": 4592.84, "LineNum": 8, "DetailType": "SalesItemLineDetail", "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "SalesItemLineDetail": {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "value": "3"}, "UnitPrice": 2296.42, "TaxCodeRef": {"value": "TAX"}, "ItemAccountRef": {"name": "Sales of Product Income", "value": "79"}}}, {"Amount": 59112.50, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}], "domain": "QBO", "sparse": false, "Balance": 62399.21, "Deposit": 0, "DueDate": "2026-11-16", "TxnDate": "2026-10-17", "BillAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "Line2": "Sonnenschein Machine Tools 株式会社 1", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "MetaData": {"CreateTime": "2026-10-17T23:14:40-07:00", "LastUpdatedTime": "2026-11-20T04:00:00-08:00"}, "ShipAddr": {"Id": "2", "Lat": "46.81", "City": "Québec", "Long": "-71.21", "Line1": "8318 Peninsula Rd", "PostalCode": "G1R 4P5", "CountrySubDivisionCode": "QC"}, "TotalAmt": 62399.21, "BillEmail": {"Address": "billing+1@example.com"}, "DocNumber": "7b", "LinkedTxn": [], "SyncToken": "1", "CurrencyRef": {"name": "United States Dollar", "value": "USD"}, "CustomField": [{"Name": "Crew #", "Type": "StringType", "StringValue": "Tier 4 «Final»", "DefinitionId": "1"}, {"Name": "Generator Model", "Type": "StringType", "StringValue": "MTU 4000", "DefinitionId": "2"}, {"Name": "Engine Model", "Type": "StringType", "StringValue": "QSK60", "DefinitionId": "3"}], "CustomerRef": {"name": "Sonnenschein Machine Tools 株式会社 1", "value": "1"}, "EmailStatus": "NotSet", "PrintStatus": "NeedToPrint", "PrivateNote": "Order 000007 · Gracias por su compra 🙌", "CustomerMemo": {"value": "Gracias por su compra 🙌"}, "SalesTermRef": {"name": "Net 30", "value": "3"}, "TxnTaxDetail": {"TaxLine": [{"Amount": 3286.71, "DetailType": "TaxLineDetail", "TaxLineDetail": {"TaxPercent": 7.25, "TaxRateRef": {"value": "3"}, "PercentBased": true, "NetAmountTaxable": 45333.98}}], "TotalTax": 3286.71, "TxnTaxCodeRef": {"value": "2"}}, "AllowIPNPayment": false, "FreeFormAddress": true, "AllowOnlinePayment": false, "AllowOnlineACHPayment": false, "ApplyTaxAfterDiscount": false, "AllowOnlineCreditCardPayment": false}', '1', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.042296+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z');


--
-- Data for Name: qb_items; Type: TABLE DATA; Schema: raw; Owner: -
--

INSERT INTO raw.qb_items VALUES ('2', '9130350000000071', 'Bakery', '{"Id": "2", "Sku": "SKU-00002", "Name": "Installation 2", "Type": "Service", "Active": true, "domain": "QBO", "sparse": false, "Taxable": true, "MetaData": {"CreateTime": "2026-10-11T13:19:24-07:00", "LastUpdatedTime": "2026-10-11T13:19:24-07:00"}, "SyncToken": "0", "UnitPrice": 417, "Description": "Installation 2 — Quality checked ✅\nsee attached sheet", "PurchaseCost": 250.2, "TrackQtyOnHand": false, "IncomeAccountRef": {"name": "Services", "value": "1"}, "FullyQualifiedName": "Installation 2"}', '0', '2026-10-11 20:19:24+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('3', '9130350000000071', 'Bakery', '{"Id": "3", "Sku": "SKU-00003", "Name": "Sensor µ7 3", "Type": "NonInventory", "Active": true, "domain": "QBO", "sparse": false, "Taxable": false, "MetaData": {"CreateTime": "2026-10-14T17:33:46-07:00", "LastUpdatedTime": "2026-10-14T17:33:46-07:00"}, "SyncToken": "0", "UnitPrice": 94, "Description": "Sensor µ7 3 — Gracias por su compra 🙌", "PurchaseCost": 56.4, "TrackQtyOnHand": false, "IncomeAccountRef": {"name": "Sales of Product Income", "value": "79"}, "FullyQualifiedName": "Sensor µ7 3"}', '0', '2026-10-15 00:33:46+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('4', '9130350000000071', 'Bakery', '{"Id": "4", "Name": "Fuel Tank 4", "Type": "Group", "Active": true, "domain": "QBO", "sparse": false, "MetaData": {"CreateTime": "2026-10-22T11:05:12-07:00", "LastUpdatedTime": "2026-10-27T08:36:12-07:00"}, "SyncToken": "0", "ItemGroupDetail": {"ItemGroupLine": [{"Qty": 3, "ItemRef": {"name": "Battery 12V 6", "type": "Inventory", "value": "6"}}, {"Qty": 1, "ItemRef": {"name": "Battery 12V 6", "type": "Inventory", "value": "6"}}]}, "PrintGroupedItems": true, "FullyQualifiedName": "Fuel Tank 4"}', '0', '2026-10-27 15:36:12+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('5', '9130350000000071', 'Bakery', '{"Id": "5", "Name": "Electrical 5", "Type": "Category", "Active": true, "domain": "QBO", "sparse": false, "MetaData": {"CreateTime": "2026-10-30T21:12:07-07:00", "LastUpdatedTime": "2026-10-30T21:12:07-07:00"}, "SyncToken": "0", "FullyQualifiedName": "Electrical 5"}', '0', '2026-10-31 04:12:07+00', '2026-11-25 18:33:45.948522+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('1', '9130350000000072', 'Garage', '{"Id": "1", "Sku": "SKU-00001", "Name": "Generator 45 kW 1", "Type": "Inventory", "Active": true, "domain": "QBO", "sparse": false, "Taxable": true, "MetaData": {"CreateTime": "2026-10-06T00:08:41-07:00", "LastUpdatedTime": "2026-10-14T10:37:44-07:00"}, "QtyOnHand": 40, "SyncToken": "0", "UnitPrice": 489.18, "Description": "Generator 45 kW 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "InvStartDate": "2026-10-06", "PurchaseCost": 293.508, "ReorderPoint": 5, "TrackQtyOnHand": true, "AssetAccountRef": {"name": "Inventory Asset", "value": "81"}, "IncomeAccountRef": {"name": "Sales of Product Income", "value": "79"}, "ExpenseAccountRef": {"name": "Cost of Goods Sold", "value": "80"}, "FullyQualifiedName": "Generator 45 kW 1"}', '0', '2026-10-14 17:37:44+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('2', '9130350000000072', 'Garage', '{"Id": "2", "Sku": "SKU-00002", "Name": "Maintenance 2", "Type": "Service", "Active": true, "domain": "QBO", "sparse": false, "Taxable": false, "MetaData": {"CreateTime": "2026-10-08T20:08:04-07:00", "LastUpdatedTime": "2026-10-13T15:59:41-07:00"}, "SyncToken": "0", "UnitPrice": 116, "Description": "Maintenance 2 — 請在收到後三十天內付款", "PurchaseCost": 69.6, "TrackQtyOnHand": false, "IncomeAccountRef": {"name": "Services", "value": "1"}, "FullyQualifiedName": "Maintenance 2"}', '0', '2026-10-13 22:59:41+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('3', '9130350000000072', 'Garage', '{"Id": "3", "Sku": "SKU-00003", "Name": "Rock Fountain 3", "Type": "NonInventory", "Active": true, "domain": "QBO", "sparse": false, "Taxable": true, "MetaData": {"CreateTime": "2026-10-19T18:19:45-07:00", "LastUpdatedTime": "2026-10-19T18:19:45-07:00"}, "SyncToken": "0", "UnitPrice": 2296.42, "Description": "Rock Fountain 3 — Partial delivery, remainder to follow under separate cover.", "PurchaseCost": 1377.852, "TrackQtyOnHand": false, "IncomeAccountRef": {"name": "Sales of Product Income", "value": "79"}, "FullyQualifiedName": "Rock Fountain 3"}', '0', '2026-10-20 01:19:45+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('4', '9130350000000072', 'Garage', '{"Id": "4", "Name": "Pump 4", "Type": "Group", "Active": true, "domain": "QBO", "sparse": false, "MetaData": {"CreateTime": "2026-10-26T07:47:49-07:00", "LastUpdatedTime": "2026-10-26T07:47:49-07:00"}, "SyncToken": "0", "ItemGroupDetail": {"ItemGroupLine": [{"Qty": 2, "ItemRef": {"name": "Sensor µ7 6", "type": "Inventory", "value": "6"}}, {"Qty": 2, "ItemRef": {"name": "Rock Fountain 3", "type": "NonInventory", "value": "3"}}]}, "PrintGroupedItems": true, "FullyQualifiedName": "Pump 4"}', '0', '2026-10-26 14:47:49+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('5', '9130350000000072', 'Garage', '{"Id": "5", "Name": "Electrical 5", "Type": "Category", "Active": true, "domain": "QBO", "sparse": false, "MetaData": {"CreateTime": "2026-10-30T19:10:13-07:00", "LastUpdatedTime": "2026-11-03T18:17:32-08:00"}, "SyncToken": "0", "FullyQualifiedName": "Electrical 5"}', '0', '2026-11-04 02:17:32+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('6', '9130350000000072', 'Garage', '{"Id": "6", "Sku": "SKU-00006", "Name": "Sensor µ7 6", "Type": "Inventory", "Active": true, "domain": "QBO", "sparse": false, "Taxable": false, "MetaData": {"CreateTime": "2026-11-03T14:01:53-08:00", "LastUpdatedTime": "2026-11-03T14:01:53-08:00"}, "QtyOnHand": 831, "SyncToken": "0", "UnitPrice": 86, "Description": "Sensor µ7 6 — Gracias por su compra 🙌", "InvStartDate": "2026-11-03", "PurchaseCost": 51.6, "ReorderPoint": 5, "TrackQtyOnHand": true, "AssetAccountRef": {"name": "Inventory Asset", "value": "81"}, "IncomeAccountRef": {"name": "Sales of Product Income", "value": "79"}, "ExpenseAccountRef": {"name": "Cost of Goods Sold", "value": "80"}, "FullyQualifiedName": "Sensor µ7 6"}', '0', '2026-11-03 22:01:53+00', '2026-11-25 18:33:45.92192+00', '1970-01-01 00:00:00+00', '2026-11-20 11:54:59+00', 1, 1000, 'SELECT * FROM Item WHERE Active IN (true, false) AND MetaData.LastUpdatedTime < ''2026-11-20T11:54:59Z'' ORDERBY MetaData.LastUpdatedTime STARTPOSITION 1 MAXRESULTS 1000');
INSERT INTO raw.qb_items VALUES ('1', '9130350000000071', 'Bakery', '{"Id": "1", "Sku": "SKU-00001", "Name": "Battery 12V 1", "Type": "Inventory", "Active": true, "domain": "QBO", "sparse": false, "Taxable": false, "MetaData": {"CreateTime": "2026-10-04T17:49:57-07:00", "LastUpdatedTime": "2026-11-20T04:00:00-08:00"}, "QtyOnHand": 705, "SyncToken": "0", "UnitPrice": 430, "Description": "Battery 12V 1 — Zahlbar innerhalb von 30 Tagen ohne Abzug — danke", "InvStartDate": "2026-10-04", "PurchaseCost": 258, "ReorderPoint": 5, "TrackQtyOnHand": true, "AssetAccountRef": {"name": "Inventory Asset", "value": "81"}, "IncomeAccountRef": {"name": "Sales of Product Income", "value": "79"}, "ExpenseAccountRef": {"name": "Cost of Goods Sold", "value": "80"}, "FullyQualifiedName": "Battery 12V 1"}', '0', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.059213+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z');
INSERT INTO raw.qb_items VALUES ('6', '9130350000000071', 'Bakery', '{"Id": "6", "Sku": "SKU-00006", "Name": "Battery 12V 6", "Type": "Inventory", "Active": true, "domain": "QBO", "sparse": false, "Taxable": true, "MetaData": {"CreateTime": "2026-11-04T14:56:05-08:00", "LastUpdatedTime": "2026-11-20T04:00:00-08:00"}, "QtyOnHand": 194, "SyncToken": "0", "UnitPrice": 152, "Description": "Battery 12V 6 — Gracias por su compra 🙌", "InvStartDate": "2026-11-04", "PurchaseCost": 91.2, "ReorderPoint": 5, "TrackQtyOnHand": true, "AssetAccountRef": {"name": "Inventory Asset", "value": "81"}, "IncomeAccountRef": {"name": "Sales of Product Income", "value": "79"}, "ExpenseAccountRef": {"name": "Cost of Goods Sold", "value": "80"}, "FullyQualifiedName": "Battery 12V 6"}', '0', '2026-11-20 12:00:00+00', '2026-11-25 18:33:57.059213+00', '2026-11-20 11:54:58+00', '2026-11-20 12:00:00+00', 1, 1000, 'cdc?entities=Customer,Invoice,Item&changedSince=2026-11-20T11:54:58Z');


--
-- Name: customers customers__dbt_tmp_pkey1; Type: CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.customers
    ADD CONSTRAINT customers__dbt_tmp_pkey1 PRIMARY KEY (realm_id, id);


--
-- Name: invoice_lines invoice_lines__dbt_tmp_pkey1; Type: CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.invoice_lines
    ADD CONSTRAINT invoice_lines__dbt_tmp_pkey1 PRIMARY KEY (realm_id, id);


--
-- Name: invoices invoices__dbt_tmp_pkey1; Type: CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.invoices
    ADD CONSTRAINT invoices__dbt_tmp_pkey1 PRIMARY KEY (realm_id, id);


--
-- Name: items items__dbt_tmp_pkey1; Type: CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.items
    ADD CONSTRAINT items__dbt_tmp_pkey1 PRIMARY KEY (realm_id, id);


--
-- Name: qb_current_ids qb_current_ids_pkey; Type: CONSTRAINT; Schema: raw; Owner: -
--

ALTER TABLE ONLY raw.qb_current_ids
    ADD CONSTRAINT qb_current_ids_pkey PRIMARY KEY (realm_id, id);


--
-- Name: qb_customers qb_customers_pkey; Type: CONSTRAINT; Schema: raw; Owner: -
--

ALTER TABLE ONLY raw.qb_customers
    ADD CONSTRAINT qb_customers_pkey PRIMARY KEY (realm_id, id);


--
-- Name: qb_deletions qb_deletions_pkey; Type: CONSTRAINT; Schema: raw; Owner: -
--

ALTER TABLE ONLY raw.qb_deletions
    ADD CONSTRAINT qb_deletions_pkey PRIMARY KEY (realm_id, id);


--
-- Name: qb_invoice_lines qb_invoice_lines_pkey; Type: CONSTRAINT; Schema: raw; Owner: -
--

ALTER TABLE ONLY raw.qb_invoice_lines
    ADD CONSTRAINT qb_invoice_lines_pkey PRIMARY KEY (realm_id, id);


--
-- Name: qb_invoices qb_invoices_pkey; Type: CONSTRAINT; Schema: raw; Owner: -
--

ALTER TABLE ONLY raw.qb_invoices
    ADD CONSTRAINT qb_invoices_pkey PRIMARY KEY (realm_id, id);


--
-- Name: qb_items qb_items_pkey; Type: CONSTRAINT; Schema: raw; Owner: -
--

ALTER TABLE ONLY raw.qb_items
    ADD CONSTRAINT qb_items_pkey PRIMARY KEY (realm_id, id);


--
-- Name: 4455ea25cbfaba2e77c46dbd879c3eb5; Type: INDEX; Schema: analytics; Owner: -
--

CREATE INDEX "4455ea25cbfaba2e77c46dbd879c3eb5" ON analytics.invoices USING btree (realm_id, customer_id);


--
-- Name: a1e8696c712f87fc3f821c71206cd395; Type: INDEX; Schema: analytics; Owner: -
--

CREATE INDEX a1e8696c712f87fc3f821c71206cd395 ON analytics.invoice_lines USING btree (realm_id, invoice_id);


--
-- Name: c954a03ebfebcf13e46328c4e0316f6d; Type: INDEX; Schema: analytics; Owner: -
--

CREATE INDEX c954a03ebfebcf13e46328c4e0316f6d ON analytics.invoices USING btree (txn_date);


--
-- Name: e2163e819642d3af27c8e6c154eb7e21; Type: INDEX; Schema: analytics; Owner: -
--

CREATE INDEX e2163e819642d3af27c8e6c154eb7e21 ON analytics.invoice_lines USING btree (realm_id, item_id);


--
-- Name: invoice_lines invoice_lines__dbt_tmp_realm_id_invoice_id_fkey; Type: FK CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.invoice_lines
    ADD CONSTRAINT invoice_lines__dbt_tmp_realm_id_invoice_id_fkey FOREIGN KEY (realm_id, invoice_id) REFERENCES analytics.invoices(realm_id, id);


--
-- Name: invoice_lines invoice_lines__dbt_tmp_realm_id_item_id_fkey; Type: FK CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.invoice_lines
    ADD CONSTRAINT invoice_lines__dbt_tmp_realm_id_item_id_fkey FOREIGN KEY (realm_id, item_id) REFERENCES analytics.items(realm_id, id);


--
-- Name: invoices invoices__dbt_tmp_realm_id_customer_id_fkey; Type: FK CONSTRAINT; Schema: analytics; Owner: -
--

ALTER TABLE ONLY analytics.invoices
    ADD CONSTRAINT invoices__dbt_tmp_realm_id_customer_id_fkey FOREIGN KEY (realm_id, customer_id) REFERENCES analytics.customers(realm_id, id);


--
-- PostgreSQL database dump complete
--


