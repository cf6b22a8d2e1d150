import { type Kysely, sql } from 'kysely'

/** Trials of any registry as they are now, every version that was imported, and their sites. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table trial (
      trial_id uuid primary key,
      registry text not null,
      registry_id text not null,
      title text not null,
      acronym text,
      phases text[] not null,
      sponsor text,
      registry_status text not null,
      recruitment_status text not null,
      cancer_type_ids text[] not null,
      is_basket boolean not null,
      is_mapped boolean not null,
      is_open_at_home boolean not null,
      is_expedited boolean not null default false,
      criteria_encoded integer not null,
      criteria_total integer not null,
      last_updated_on text,
      has_results boolean not null,
      is_demonstration boolean not null default false,
      record jsonb not null,
      content_hash text not null,
      version integer not null,
      updated_at timestamptz not null,
      search text generated always as (
        search_form(title || ' ' || coalesce(acronym, '') || ' ' || registry_id || ' ' || coalesce(sponsor, ''))
      ) stored,
      unique (registry, registry_id)
    )`.execute(db)
  await sql`create index trial_search on trial using gin (search gin_trgm_ops)`.execute(db)
  await sql`create index trial_cancer_types on trial using gin (cancer_type_ids)`.execute(db)
  await sql`create index trial_updated on trial (last_updated_on desc nulls last, trial_id desc)`.execute(db)
  await sql`
    create table trial_version (
      trial_id uuid not null references trial on delete cascade,
      version integer not null,
      record jsonb not null,
      content_hash text not null,
      data_date text,
      imported_at timestamptz not null,
      primary key (trial_id, version)
    )`.execute(db)
  await sql`
    create table trial_site (
      site_id uuid primary key,
      trial_id uuid not null references trial on delete cascade,
      site_key text not null,
      position integer not null,
      is_listed boolean not null default true,
      organisation_id uuid references organisation,
      facility text not null,
      city text,
      region text,
      postcode text,
      country text,
      country_code text,
      latitude double precision,
      longitude double precision,
      registry_status text,
      recruitment_status text,
      opened_on date,
      closed_on date,
      slots integer,
      confirmed_on date,
      contacts jsonb not null,
      unique (trial_id, site_key)
    )`.execute(db)
  await sql`create index trial_site_organisation on trial_site (organisation_id)`.execute(db)
  await sql`create index trial_site_country on trial_site (country_code, trial_id)`.execute(db)
  await sql`
    create table screening (
      patient_id uuid not null references patient on delete cascade,
      trial_id uuid not null references trial on delete cascade,
      organisation_id uuid not null references organisation,
      diagnosis_grade text not null,
      outcome text not null,
      undecided text[] not null,
      summary jsonb not null,
      facts_version integer not null,
      trial_version integer not null,
      rules_version integer not null,
      as_of date not null,
      primary key (patient_id, trial_id)
    )`.execute(db)
  await sql`create index screening_trial on screening (trial_id, organisation_id, outcome, patient_id)`.execute(db)
  await sql`
    create table candidate_count (
      patient_id uuid primary key references patient on delete cascade,
      no_failures_found integer not null,
      needs_clinician integer not null,
      needs_data integer not null,
      not_yet integer not null,
      not_matched integer not null,
      as_of date not null
    )`.execute(db)
}
