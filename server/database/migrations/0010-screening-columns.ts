import { type Kysely, sql } from 'kysely'

const analytes =
  'anc platelets haemoglobin wbc albumin bilirubin alt ast alp creatinine calcium ldh ck afp cd4 inr'.split(' ')
const scales = ['ecog', 'karnofsky', 'lansky']
const stages = [
  ...['tnm8_group', 'tnm8_t', 'tnm8_n', 'tnm8_m'],
  ...['figo_group', 'ensat_group', 'ann_arbor_group', 'masaoka_koga_group', 'inrg_group'],
]

/**
 * The facts that criteria compiled to SQL compare: typed, nullable, each value with its date. Patients stored before
 * have null in all of them, which is "not known", until their facts are derived anew.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const columns = [
    ...['born_on date', 'died_on date', 'sex text', 'diagnosis_basis text', 'morphology text'],
    'biomarker_answers jsonb',
    ...analytes.flatMap((name) => [
      `lab_${name} double precision`,
      `lab_${name}_x_uln double precision`,
      `lab_${name}_x_lln double precision`,
      `lab_${name}_on date`,
    ]),
    ...scales.flatMap((name) => [`ps_${name} double precision`, `ps_${name}_word text`, `ps_${name}_on date`]),
    ...stages.map((name) => `stage_${name} text[]`),
  ]
  await sql`alter table patient_facts ${sql.raw(columns.map((column) => `add column ${column}`).join(', '))}`.execute(
    db,
  )
  // With the three indexes on cancer types, "may have one of these cancers" is then answered by indexes alone.
  await sql`create index patient_facts_uncoded on patient_facts (patient_id) where is_uncoded`.execute(db)
}
