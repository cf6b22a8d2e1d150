import { type Kysely, sql } from 'kysely'

const provenance = sql.raw(`
      patient_id uuid not null references patient on delete cascade,
      source text not null,
      recorded_by text not null,
      recorded_at timestamptz not null,
      replaces uuid`)

/** Patients of one organisation each, and the append-only rows that facts are derived from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Names are found without accents, case or full-width letters: "ＳＭＩＴＨ" and "Smith" are one.
  await sql`
    create function search_form(value text) returns text language sql immutable strict parallel safe
      as $$ select lower(public.immutable_unaccent(normalize(value, NFKC))) $$`.execute(db)
  await sql`
    create table patient (
      patient_id uuid primary key,
      organisation_id uuid not null references organisation,
      nhs_number text,
      hospital_number text,
      family_name text not null,
      given_name text not null,
      title text,
      born_on date,
      died_on date,
      sex text check (sex in ('female', 'male', 'indeterminate')),
      ethnicity text,
      postcode text,
      consultant text,
      is_demonstration boolean not null default false,
      updated_at timestamptz not null,
      search text generated always as (
        search_form(family_name || ' ' || given_name || ' ' || family_name) || ' ' || coalesce(nhs_number, '') || ' '
          || lower(coalesce(hospital_number, ''))
      ) stored
    )`.execute(db)
  await sql`create unique index patient_nhs_number on patient (organisation_id, nhs_number)`.execute(db)
  await sql`create index patient_search on patient using gin (search gin_trgm_ops)`.execute(db)
  await sql`create index patient_name on patient (organisation_id, family_name collate "und-x-icu",
    given_name collate "und-x-icu", patient_id)`.execute(db)
  await sql`create index patient_updated on patient (organisation_id, updated_at, patient_id)`.execute(db)
  await sql`
    create table diagnosis (
      diagnosis_id uuid primary key,${provenance},
      diagnosed_on text,
      icd10 text,
      topography text,
      morphology text,
      morphology_system text,
      basis text,
      laterality text,
      is_index boolean not null
    )`.execute(db)
  await sql`
    create table observation (
      observation_id uuid primary key,${provenance},
      kind text not null,
      code text not null,
      value jsonb not null,
      unit text,
      lower_limit double precision,
      upper_limit double precision,
      observed_on date not null,
      detail jsonb not null
    )`.execute(db)
  await sql`
    create table treatment (
      treatment_id uuid primary key,${provenance},
      kind text not null,
      name text not null,
      classes text[] not null,
      setting text,
      line integer,
      started_on date,
      ended_on date,
      is_ongoing boolean not null,
      cycles integer,
      half_life_days double precision,
      procedure text,
      margin text,
      site text,
      is_for_index_cancer boolean not null
    )`.execute(db)
  await sql`
    create table biomarker (
      biomarker_id uuid primary key,${provenance},
      type text not null,
      genes text[] not null,
      marker text,
      hgvs_p text,
      allele text,
      result text not null,
      value double precision,
      unit text,
      is_central_review boolean not null,
      reported_on date not null
    )`.execute(db)
  await sql`
    create table assertion (
      assertion_id uuid primary key,${provenance},
      category text not null,
      asserted_on date not null
    )`.execute(db)
  for (const table of ['diagnosis', 'observation', 'treatment', 'biomarker', 'assertion']) {
    await sql`create index ${sql.raw(`${table}_patient`)} on ${sql.table(table)} (patient_id)`.execute(db)
  }
}
