import { type Kysely, sql } from 'kysely'

/**
 * One row of facts a patient, rebuilt in the transaction that changed a source row. Values stand with their dates; nothing
 * here depends on today. Null is "not known". The columns that screening reads are added beside these.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table patient_facts (
      patient_id uuid primary key references patient on delete cascade,
      organisation_id uuid not null references organisation,
      facts jsonb not null,
      facts_version integer not null,
      derived_at timestamptz not null,
      cancer_type_id text,
      match_grade text not null check (match_grade in ('exact', 'group', 'possible', 'none', 'unknown')),
      diagnosed_on text,
      stage_text text,
      stage_on date,
      ecog smallint,
      ecog_on date,
      missing text[] not null,
      cancer_exact text[] not null,
      cancer_group text[] not null,
      cancer_possible text[] not null,
      is_uncoded boolean not null
    )`.execute(db)
  await sql`create index patient_facts_cancer on patient_facts (organisation_id, cancer_type_id)`.execute(db)
  for (const column of ['cancer_exact', 'cancer_group', 'cancer_possible', 'missing']) {
    await sql`create index ${sql.raw(`patient_facts_${column}`)} on patient_facts using gin (${sql.ref(column)})`.execute(
      db,
    )
  }
}
