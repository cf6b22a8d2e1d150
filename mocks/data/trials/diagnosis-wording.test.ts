import { describe, expect, test } from 'vitest'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '#domain/eligibility/evaluate-criterion.ts'
import { leavesOf } from '#domain/eligibility/leaves-of.ts'
import { diagnosisOf, recordWith } from '#domain/eligibility/sample-record.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const asOf = '2026-08-03'

const questions = demonstrationTrials(asOf).flatMap(({ record }) =>
  record.criteria.flatMap(({ id, kind, text, expr }) =>
    (expr === null ? [] : leavesOf(expr)).flatMap((leaf) =>
      leaf.op === 'diagnosis'
        ? [{ name: `${record.registryId} ${id}`, kind, text, expr, asked: leaf.confirmation ?? 'any' }]
        : [],
    ),
  ),
)

const wordsFor = {
  histology: { has: /histolog/iu, lacks: /cytolog/iu },
  histologyOrCytology: { has: /histolog.+cytolog/iu, lacks: /^$/u },
  any: { has: /^/u, lacks: /histolog|cytolog/iu },
} as const

describe('how a diagnosis must be proven', () => {
  test('is asked by every trial for a cancer, and of a germ cell tumour by none', () => {
    expect(questions.length).toBeGreaterThan(20)
    const asked = new Map(questions.map(({ name, asked: proof }) => [name, proof]))
    expect(asked.get('DEMO-GCT-24 I1')).toBe('any')
    expect([...asked].filter(([, proof]) => proof === 'any').map(([name]) => name)).toEqual([
      'DEMO-PEN-01 E2',
      'DEMO-GCT-24 I1',
    ])
  })

  test.each(questions)('$name: the wording asks for what the rule asks for', ({ text, asked }) => {
    expect(text).toMatch(wordsFor[asked].has)
    expect(text).not.toMatch(wordsFor[asked].lacks)
  })
})

test('a germ cell tumour known by its markers fits without a biopsy', () => {
  const criterion = questions.find(({ name }) => name === 'DEMO-GCT-24 I1')
  const byMarkers = diagnosisOf({ icd10: 'C62.9', topography: 'C62.9', morphology: '9065/3', basis: 'clinical' })
  const facts = deriveFacts(recordWith({ diagnoses: [byMarkers] }))
  expect(criterion && evaluateCriterion(criterion, facts, { asOf })?.verdict).toBe('met')
})
