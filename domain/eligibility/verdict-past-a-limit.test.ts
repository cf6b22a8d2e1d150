import { expect, it } from 'vitest'
import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import type { VerdictOverride } from './applied-override.ts'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { confirmed, recordWith, treatmentOf } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

/* A clinician who judged a criterion inside a limit of time or age said nothing of the days beyond it. */

const givenOn = '2026-08-04'
const lastDose = treatmentOf('Cisplatin', { line: 1, setting: 'first-line', endedOn: addDays(givenOn, -80) })
const facts = deriveFacts(
  recordWith({
    bornOn: '2010-08-14',
    treatments: [lastDose],
    assertions: [confirmed('treatment-history-complete', givenOn)],
  }),
)

function standingAfter(expr: Expr, verdict: VerdictOverride['verdict'], days: number) {
  const criterion = criterionWith({ id: 'I1', text: 'Text of I1', expr })
  const assessed = (asOf: CalendarDate, overrides: readonly VerdictOverride[]) =>
    assessTrial(facts, trialWith({ isBasket: true, criteria: [criterion] }), asOf, overrides).criteria.criteria[0]
  const found = assessed(givenOn, [])?.verdict ?? null
  const override: VerdictOverride = {
    ...{ overrideId: 'o', criterionId: 'I1', cohort: null, verdict, reason: 'Seen in clinic', by: 'Dr A Example' },
    ...{ role: 'oncologist', at: `${givenOn}T09:00:00Z`, softwareVerdict: found?.verdict ?? 'unknown' },
    ...{ criterionFingerprint: criterionFingerprint(criterion), evidenceFingerprint: evidenceFingerprint(found) },
  }
  const { state, override: standing } = assessed(addDays(givenOn, days), [override]) ?? {}
  return [state, standing?.because ?? null]
}

const counts = ['met', null]
const stopped = ['notMet', 'answerChanged']

it.each<[string, Expr, readonly unknown[][]]>([
  [
    'within 84 days of the last dose, on the 83rd, 84th and 85th day',
    { op: 'interval', from: 'firstLine.end', to: 'anchor', maxDays: 84 },
    [3, 4, 5].map((days) => (days === 5 ? stopped : counts)),
  ],
])('given as met stands to the end of the limit: %s', (_what, expr, expected) => {
  expect([3, 4, 5].map((days) => standingAfter(expr, 'met', days))).toEqual(expected)
})

it('given as met for a child ends on the birthday, and as not met for one who is too young', () => {
  const days = [9, 10, 11]
  expect(days.map((each) => standingAfter({ op: 'age', unit: 'years', max: 15 }, 'met', each))).toEqual([
    counts,
    stopped,
    stopped,
  ])
  const [before, on] = days.map((each) => standingAfter({ op: 'age', unit: 'years', min: 16 }, 'notMet', each))
  expect(before).toEqual(['notMet', null])
  expect(on).toEqual(['person', 'answerChanged'])
})
