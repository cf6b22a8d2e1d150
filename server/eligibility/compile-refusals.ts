import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { screeningColumn } from './screening-column.ts'

/** `mayBeOffered` as SQL over `patient_facts`: whether the patient may be told of the trial. */
export function compileMayBeOffered(trialId: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(not ${screeningColumn('refuses_research')}
    and ${trialId}::text <> all (${screeningColumn('refused_trials')}))`
}
