import { sql } from 'kysely'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { InfectionLeaf } from '#domain/eligibility/event-leaf.ts'
import { completenessWindowDays, coveringDays } from '#domain/eligibility/freshness.ts'
import { evaluateInfection, infectionWords } from '#domain/eligibility/leaves/evaluate-infection.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { comparableWord } from '#domain/eligibility/recorded-word.ts'
import type { Tri } from '#domain/eligibility/tri.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { isConfirmed } from './compile-silence.ts'
import { firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/** The latest result for the agent. What each word answers, fresh and old, the evaluator says here and now. */
export function compileInfection(leaf: InfectionLeaf, asOf: CalendarDate): CompiledRule {
  const { agent, withinDays } = leaf
  const windowDays = withinDays ?? completenessWindowDays[category]
  const words = [...new Set([comparableWord(leaf.result), ...infectionWords])]
  const wordsFor = (verdict: Tri, on: CalendarDate, confirmedOn?: CalendarDate) =>
    words.filter(
      (word) =>
        evaluateInfection(leaf, factsOf({ result: { agent, word, on }, confirmedOn }), asOf).verdict === verdict,
    )
  const longAgo = addDays(asOf, -(Math.min(windowDays, 100_000) + 1))
  const latest = sql`(${screeningColumn('infections')} -> ${agent}::text)`
  const word = sql.ref('infection.word')
  const fresh = isFresh(sql.ref('infection.day'), asOf, windowDays)
  const item = open(`infection:${agent}`)
  const isReviewed = sql`${sql.ref('infection.day')} <= ${asOf}::date and ${isConfirmed(category, asOf)}`
  const recorded = firstOf(
    [
      [isAnyOf(word, wordsFor('met', longAgo)), met],
      [isAnyOf(word, wordsFor('notMet', longAgo)), notMet],
      [sql`${isReviewed} and ${isAnyOf(word, wordsFor('met', longAgo, asOf))}`, met],
      [sql`${isReviewed} and ${isAnyOf(word, wordsFor('notMet', longAgo, asOf))}`, notMet],
      [sql`${fresh} and ${isAnyOf(word, wordsFor('met', asOf))}`, met],
      [sql`${fresh} and ${isAnyOf(word, wordsFor('notMet', asOf))}`, notMet],
    ],
    item,
  )
  const confirmed = evaluateInfection(leaf, factsOf({ confirmedOn: asOf }), asOf).verdict === 'met' ? met : notMet
  const unrecorded = firstOf(
    [[isConfirmed(category, asOf, coveringDays(category, leaf)), confirmed]],
    open(`assertion:${category}`),
  )
  return ruleOfAnswer(
    firstOf(
      [[sql`${latest} is null`, unrecorded]],
      sql`(select ${recorded} from jsonb_to_record(${latest}) as infection(day date, word text))`,
    ),
  )
}

const category = 'infection-status-reviewed'

interface Known {
  readonly result?: { readonly agent: string; readonly word: string; readonly on: CalendarDate }
  readonly confirmedOn?: CalendarDate | undefined
}

/** Facts of somebody of whom nothing else is known. */
function factsOf({ result, confirmedOn }: Known): PatientFacts {
  const recorded = (on: CalendarDate) => ({
    ...{ id: '', source: '', recordedBy: '', recordedAt: `${on}T00:00:00Z`, replaces: null },
  })
  const infection = result === undefined ? [] : [{ ...recorded(result.on), ...findingOf(result) }]
  const assertion =
    confirmedOn === undefined ? [] : [{ ...recorded(confirmedOn), category, assertedOn: confirmedOn } as const]
  return deriveFacts({
    ...{ patientId: '', bornOn: null, sex: null, diedOn: null, diagnoses: [], treatments: [], biomarkers: [] },
    ...{ researchWishes: [], isSensitive: false },
    observations: infection,
    assertions: assertion,
  })
}

function findingOf({ agent, word, on }: NonNullable<Known['result']>) {
  const noMeasure = { unit: null, lowerLimit: null, upperLimit: null, detail: {} }
  return { kind: 'infection', code: agent, value: word, observedOn: on, ...noMeasure } as const
}
