import { type Kysely, sql } from 'kysely'
import { assessTrial, type HeldTrial } from '../../../domain/eligibility/assess-trial.ts'
import type { Tri } from '../../../domain/eligibility/tri.ts'
import type { Database } from '../../../server/database/schema.ts'
import { compileTrial } from '../../../server/eligibility/compile-trial.ts'
import { readPatientFacts } from '../../../server/eligibility/facts-repository.ts'
import { triOfOutcome } from '../../parity/compare-verdicts.ts'
import { timed } from '../distribution.ts'
import type { ScreeningEngine } from './screening-engine.ts'

/** What of the last run the database did, and what it left to the evaluator. */
export interface SqlShare {
  readonly sqlMs: number
  readonly evaluatorMs: number
  readonly openPairs: number
  /** Trials that SQL answers wholly. */
  readonly computedTrials: number
}

export interface SqlScreening {
  readonly db: Kysely<Database>
  readonly engine: 'pglite' | 'postgres'
  readonly trials: readonly HeldTrial[]
  readonly asOf: string
  /** How many patients the database holds. */
  readonly patientCount: number
}

/**
 * What the product does for a whole caseload: a statement for each trial, whose indexable part drops whoever cannot
 * fit, and the evaluator for the pairs that SQL alone leaves open. Rules are compiled anew in every run.
 */
export function sqlEngine({ db, engine, trials, asOf, patientCount }: SqlScreening): ScreeningEngine & {
  lastShare(): SqlShare
} {
  let share: SqlShare = nothingDone
  return {
    name: `ours, SQL on ${engine === 'pglite' ? 'PGlite' : 'PostgreSQL'}`,
    async screen() {
      const kept = new Map<string, ReadonlyMap<string, Tri>>()
      share = nothingDone
      for (const trial of trials) {
        const screened = await screenTrial(db, trial, asOf)
        kept.set(trial.trialId, screened.verdicts)
        share = sumOf(share, screened.share)
      }
      return {
        pairs: patientCount * trials.length,
        answer: (patientId, trialId) => kept.get(trialId)?.get(patientId) ?? 'notMet',
      }
    },
    lastShare: () => share,
  }
}

const nothingDone: SqlShare = { sqlMs: 0, evaluatorMs: 0, openPairs: 0, computedTrials: 0 }

function sumOf(a: SqlShare, b: SqlShare): SqlShare {
  return {
    sqlMs: a.sqlMs + b.sqlMs,
    evaluatorMs: a.evaluatorMs + b.evaluatorMs,
    openPairs: a.openPairs + b.openPairs,
    computedTrials: a.computedTrials + b.computedTrials,
  }
}

/** The patients who are not surely turned away, each with what is known. */
async function screenTrial(db: Kysely<Database>, trial: HeldTrial, asOf: string) {
  const rule = compileTrial(trial.record, { asOf })
  const { ms: sqlMs, result } = await timed(() =>
    sql<{ patient_id: string; value: boolean | null }>`
      select patient_id, ${rule.value} as value from patient_facts where ${rule.isNotFalse}`.execute(db),
  )
  const known = result.rows.map(({ patient_id, value }): [string, Tri] => [patient_id, triOfColumn(value)])
  if (rule.isComputed) {
    return { verdicts: new Map(known), share: { ...nothingDone, sqlMs, computedTrials: 1 } }
  }
  const open = known.flatMap(([patientId, value]) => (value === 'unknown' ? [patientId] : []))
  const { ms: evaluatorMs, result: evaluated } = await timed(() => evaluate(db, trial, open, asOf))
  const verdicts = new Map([...known, ...evaluated])
  return { verdicts, share: { ...nothingDone, sqlMs, evaluatorMs, openPairs: open.length } }
}

async function evaluate(db: Kysely<Database>, trial: HeldTrial, patientIds: readonly string[], asOf: string) {
  const evaluated: [string, Tri][] = []
  for (let start = 0; start < patientIds.length; start += 500) {
    const slice = patientIds.slice(start, start + 500)
    const facts = await db.transaction().execute((trx) => readPatientFacts(trx, slice))
    for (const [patientId, held] of facts) {
      evaluated.push([patientId, triOfOutcome(assessTrial(held.facts, trial, asOf).outcome)])
    }
  }
  return evaluated
}

function triOfColumn(value: boolean | null): Tri {
  return value === null ? 'unknown' : value ? 'met' : 'notMet'
}
