import { type Kysely, sql } from 'kysely'

const columns = {
  boolean: [
    ...['has_diagnosis', 'is_rare_by_rarecare', 'is_rare_by_act2026', 'childbearing_potential'],
    ...['measurable', 'measurable_unless_irradiated', 'first_line_is_ongoing', 'last_line_is_ongoing'],
  ],
  date: [
    ...['measurable_on', 'weight_on', 'treatment_history_complete_on', 'comorbidities_reviewed_on'],
    ...['medicines_reviewed_on', 'infection_status_reviewed_on'],
    ...['first_line_started_on', 'first_line_ended_on', 'last_line_started_on', 'last_line_ended_on'],
  ],
  integer: [
    ...['diagnosis_age_earliest', 'diagnosis_age_earliest_passed'],
    ...['diagnosis_age_latest', 'diagnosis_age_latest_passed'],
  ],
  'double precision': ['weight_kg', 'creatinine_clearance'],
  text: [
    ...['topography', 'grade', 'disease_extent', 'standard_options', 'measurable_by'],
    ...['best_response', 'best_response_first_line', 'best_response_last_line'],
  ],
  'text[]': ['treatment_words'],
  jsonb: [
    ...['readings', 'stage_parts', 'attestations', 'central_reviews', 'biomarkers', 'treatments', 'line_counts'],
    ...['disease_statuses', 'progressions', 'metastases', 'conditions', 'infections'],
    ...['medications', 'toxicities', 'other_malignancies'],
  ],
}

/**
 * The rest of what criteria compiled to SQL ask: simple facts in typed columns, and events and named readings as small
 * documents whose words and units are already made comparable. Null is "not known" or "nothing recorded", which a date
 * of confirmation tells apart. Facts stored before have null until they are derived anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const added = Object.entries(columns).flatMap(([type, names]) => names.map((name) => `add column ${name} ${type}`))
  // A document that is kept beside its row is read several times faster; only the whole facts are kept elsewhere.
  const kept = columns.jsonb.map((name) => `alter column ${name} set storage main`)
  await sql`alter table patient_facts ${sql.raw([...added, ...kept].join(', '))}`.execute(db)
}
