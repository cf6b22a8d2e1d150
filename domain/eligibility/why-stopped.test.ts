import { expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Criterion, Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { whyStopped } from './why-stopped.ts'

const asOf = '2026-08-04'
const facts = deriveFacts(
  recordWith({ observations: [finding('performance-status', 'ECOG', 2, '2026-08-01', { source: 'Clinic letter' })] }),
)
const ecog = (text: string, upTo: number, parts: Partial<Criterion> = {}) => {
  const expr: Expr = { op: 'ps', scale: 'ECOG', max: upTo }
  return criterionWith({ id: text, text, expr, ...parts })
}
const openCohorts = ['A', 'B'].map((name) => ({ name, recruitmentStatus: 'open' as const }))

function why(criteria: readonly ReturnType<typeof ecog>[], cohorts: typeof openCohorts = []) {
  return whyStopped(assessTrial(facts, trialWith({ isBasket: true, criteria, cohorts }), asOf))
}

it('names what stops a patient, for good or for now, with the value that decided', () => {
  for (const className of ['hard', 'correctable'] as const) {
    const { blocking, blockingFindings } = why([ecog('ECOG 0 or 1', 1, { class: className })])
    expect(blocking).toEqual(['ECOG 0 or 1'])
    expect(blockingFindings[0]?.sentences[0]).toMatch(/^ECOG performance status 2 on 01-Aug-2026 .*\(Clinic letter\)/u)
  }
})

it('names what stops in each cohort, where each has its own', () => {
  const criteria = [ecog('ECOG 0', 0, { appliesTo: ['A'] }), ecog('ECOG 0 or 1', 1, { appliesTo: ['B'] })]
  const { blocking, blockingFindings } = why(criteria, openCohorts)
  expect(blocking).toEqual(['ECOG 0', 'ECOG 0 or 1'])
  expect(blockingFindings.map(({ text }) => text).toSorted()).toEqual(['ECOG 0', 'ECOG 0 or 1'])
})

it('names nothing of a patient whom nothing known stops', () => {
  expect(why([ecog('ECOG 0 to 2', 2)])).toEqual({ blocking: [], blockingFindings: [] })
})
