import { expect, test } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { criterionVerdicts } from './criterion-verdicts.ts'
import { deriveFacts } from './derive-facts.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const facts = deriveFacts(
  recordWith({
    diagnoses: [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })],
    observations: [
      finding('lab', 'platelets', 82, '2026-06-10', { unit: '10*9/L' }),
      finding('lab', 'anc', 2.1, '2026-04-13', { unit: '10*9/L' }),
    ],
  }),
)
const lab = (analyte: string, value: number) => ({ op: 'lab', analyte, cmp: '>=', value, unit: '10*9/L' }) as const

function verdictOf(criterion: ReturnType<typeof criterionWith>) {
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [criterion] })
  return criterionVerdicts(assessTrial(facts, trial, '2026-06-15'))[0]
}

test('a decided criterion shows the protocol text, the rule in words and the value with date, limit and source', () => {
  const verdict = verdictOf(
    criterionWith({ text: 'Platelets ≥ 100', class: 'correctable', expr: lab('platelets', 100) }),
  )
  expect(verdict).toMatchObject({
    criterionId: 'I1',
    kind: 'inclusion',
    class: 'correctable',
    text: 'Platelets ≥ 100',
    ruleText: expect.stringMatching(/platelets at least 100/i),
    verdict: 'notMet',
    reason: 'decided',
  })
  expect(verdict?.sentences).toEqual([expect.stringMatching(/82.*10-Jun-2026.*100.*Laboratory system/)])
})

test('only the findings that decided are told', () => {
  const both = { op: 'all', of: [lab('platelets', 50), lab('platelets', 100)] } as const
  expect(verdictOf(criterionWith({ expr: both }))?.sentences).toHaveLength(1)
})

test('of several things asked at once, one of which failed, the others are told beside it: not known before met', () => {
  const all = { op: 'all', of: [lab('platelets', 50), lab('haemoglobin', 1), lab('platelets', 100)] } as const
  const shown = verdictOf(criterionWith({ expr: all }))
  expect(shown?.sentences).toEqual([expect.stringMatching(/Platelets 82 .* below the limit of 100/)])
  expect(shown?.otherParts).toEqual([
    { verdict: 'unknown', sentence: expect.stringMatching(/haemoglobin/i) },
    { verdict: 'met', sentence: expect.stringMatching(/Platelets 82 .* 50/) },
  ])
  const either = { op: 'any', of: [all, lab('platelets', 90)] } as const
  expect(verdictOf(criterionWith({ expr: either }))?.otherParts).toEqual(shown?.otherParts)
})

test.each<[string, Expr, 'inclusion' | 'exclusion']>([
  ['met', { op: 'all', of: [lab('platelets', 50), lab('platelets', 60)] }, 'inclusion'],
  ['not known', { op: 'all', of: [lab('platelets', 50), lab('haemoglobin', 1)] }, 'inclusion'],
  ['an exclusion that applies', { op: 'all', of: [lab('platelets', 50), lab('platelets', 60)] }, 'exclusion'],
  ['one thing only', lab('platelets', 100), 'inclusion'],
])('a criterion that is %s has no other parts', (_name, expr, kind) => {
  expect(verdictOf(criterionWith({ kind, expr }))?.otherParts).toEqual([])
})

test('met means that the criterion does not stop the patient, for an exclusion too', () => {
  const low = { op: 'lab', analyte: 'platelets', cmp: '<', value: 50, unit: '10*9/L' } as const
  expect(verdictOf(criterionWith({ kind: 'exclusion', expr: low }))).toMatchObject({
    kind: 'exclusion',
    verdict: 'met',
  })
})

test('an unknown says why: gone stale and never recorded are different', () => {
  expect(verdictOf(criterionWith({ expr: lab('anc', 1) }))).toMatchObject({ verdict: 'unknown', reason: 'stale' })
  expect(verdictOf(criterionWith({ expr: lab('haemoglobin', 1) }))).toMatchObject({
    verdict: 'unknown',
    reason: 'missing',
  })
})

test('text without a rule is to be read, and never met', () => {
  expect(verdictOf(criterionWith({ text: 'In good general health' }))).toMatchObject({
    ruleText: null,
    verdict: 'unknown',
    reason: 'toRead',
  })
})

test('the headings of the source belong to what a text means', () => {
  const headings = ['PATIENT CHARACTERISTICS:', 'Life expectancy:']
  expect(verdictOf(criterionWith({ headings, text: 'At least 2 months' }))?.headings).toEqual(headings)
})

test('where the source does not say whether a text includes or excludes, neither is claimed', () => {
  expect(verdictOf(criterionWith({ isKindStated: false }))?.kind).toBe('notStated')
})
