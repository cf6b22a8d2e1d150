import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../server/database/schema.ts'

/** Copies of every patient in one statement: enough to be quick, few enough for a server's limit of time. */
const copiesPerStatement = 40

/**
 * Brings the caseload up to a number by copies of the patients there are, made inside the database: the same facts under
 * another id, screened on the same day. Names stay, numbers by which a person is found do not; the recorded rows are not copied, so a copy can be
 * screened but not derived anew, and inside its facts the id is still that of the original.
 */
export async function fillCaseload(db: Kysely<Database>, patientCount: number): Promise<void> {
  const originals = await db.selectFrom('patient_facts').select('patient_id').orderBy('patient_id').execute()
  const count = originals.length
  if (count === 0) throw new RangeError('There is no patient to copy: store some first')
  const turns = Math.floor(patientCount / count) - 1
  const rest = patientCount - count * (turns + 1)
  if (turns < 0) return
  await withoutIndexes(db, async (trx) => {
    await sql`create temporary table original on commit drop as
      select patient_id, row_number() over (order by patient_id) as place from patient_facts`.execute(trx)
    for (let first = 1; first <= turns; first += copiesPerStatement) {
      await copy(trx, [first, Math.min(turns, first + copiesPerStatement - 1)], count)
    }
    await copy(trx, [turns + 1, turns + 1], rest)
  })
  // As the database does by itself in a few hours.
  await sql`vacuum analyze patient, patient_facts, candidate_count`.execute(db)
  await sql`checkpoint`.execute(db)
}

/** Copies the first so many of the originals, once for each turn. */
async function copy(
  trx: Transaction<Database>,
  [first, last]: readonly [number, number],
  wanted: number,
): Promise<void> {
  const copyId = sql`md5(original.patient_id::text || turn.number::text)::uuid`
  const from = (table: RawBuilder<unknown>) => sql`
    from ${table} source join original using (patient_id)
    cross join generate_series(${sql.lit(first)}, ${sql.lit(last)}) turn(number)
    where original.place <= ${sql.lit(wanted)}`
  const patient = await columnsOf(trx, 'patient', ['patient_id', 'nhs_number', 'hospital_number'])
  await sql`insert into patient (patient_id, ${patient.names})
    select ${copyId}, ${patient.values} ${from(sql`patient`)}`.execute(trx)
  const facts = await columnsOf(trx, 'patient_facts', ['patient_id'])
  await sql`insert into patient_facts (patient_id, ${facts.names})
    select ${copyId}, ${facts.values} ${from(sql`patient_facts`)}`.execute(trx)
  const counts = await columnsOf(trx, 'candidate_count', ['patient_id'])
  await sql`insert into candidate_count (patient_id, ${counts.names})
    select ${copyId}, ${counts.values} ${from(sql`candidate_count`)}`.execute(trx)
}

/** Every column that a row can be given, whatever migrations have added. */
async function columnsOf(trx: Transaction<Database>, table: string, without: readonly string[]) {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(trx)
  const names = rows.flatMap(({ name }) => (without.includes(name) ? [] : [name]))
  return {
    names: sql.join(names.map((name) => sql.ref(name))),
    values: sql.join(names.map((name) => sql.ref(`source.${name}`))),
  }
}

/** Filling a table first and indexing it afterwards takes a fraction of the time; rows that are copies need no check. */
async function withoutIndexes(
  db: Kysely<Database>,
  fill: (trx: Transaction<Database>) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local statement_timeout = 0`.execute(trx)
    await sql`set local session_replication_role = replica`.execute(trx)
    const { rows } = await sql<{ name: string; definition: string }>`
      select class.relname as name, pg_get_indexdef(index.indexrelid) as definition
      from pg_index index join pg_class class on class.oid = index.indexrelid
      where index.indrelid in ('patient'::regclass, 'patient_facts'::regclass)
      and not exists (select from pg_constraint where conindid = index.indexrelid)`.execute(trx)
    for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(trx)
    await fill(trx)
    for (const { definition } of rows) await sql.raw(definition).execute(trx)
  })
}
