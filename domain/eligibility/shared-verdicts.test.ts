import { describe, expect, test } from 'vitest'
import type { VerdictOverride } from './applied-override.ts'
import type { HeldTrial, ScreenedRecord } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { criterionOutcome } from './criterion-outcome.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, finding, recordWith } from './sample-record.ts'
import { sharedVerdicts } from './shared-verdicts.ts'

const asOf = '2026-06-15'
const noHiv: Expr = { op: 'not', of: { op: 'infection', agent: 'HIV', result: 'positive' } }
const fit: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }

const hiv = finding('infection', 'HIV', 'positive', '2026-06-01')
const ecog = finding('performance-status', 'ECOG', 1, '2026-06-10')
const infectionsReviewed = confirmed('infection-status-reviewed', '2026-06-10')

const asWritten = { origin: 'protocol', isKindStated: true, headings: [], label: null } as const
const record: ScreenedRecord = {
  registryId: 'DEMO-1',
  title: 'A trial',
  phases: ['PHASE2'],
  recruitmentStatus: 'open',
  cancerTypeIds: [],
  isBasket: true,
  cohorts: [],
  anchor: 'registration',
  protocolVersion: null,
  criteria: [criterion('no HIV', noHiv), criterion('fit', fit), criterion('to be read', null)],
}
const trial: HeldTrial = { trialId: 'trial-1', isDemonstration: true, isOpenAtHome: true, record }

function criterion(id: string, expr: Expr | null): ScreenedRecord['criteria'][number] {
  return { id, kind: 'inclusion', ...asWritten, text: id, class: 'hard', expr }
}

function shared(
  patient: Partial<PatientRecord>,
  withheldRowIds: readonly string[],
  overrides: readonly VerdictOverride[] = [],
) {
  const { criteria } = sharedVerdicts({ record: recordWith(patient), trial, withheldRowIds, asOf, overrides })
  return new Map(criteria.map((verdict) => [verdict.criterionId, verdict]))
}

test('with nothing held back the site reads what the referrer read', () => {
  const verdicts = shared({ observations: [hiv, ecog] }, [])
  expect(verdicts.get('no HIV')).toMatchObject({ verdict: 'notMet', reason: 'decided' })
  expect(verdicts.get('fit')).toMatchObject({ verdict: 'met', reason: 'decided' })
  expect(verdicts.get('to be read')).toMatchObject({ verdict: 'unknown', reason: 'toRead' })
})

test('a verdict that rests on what is held back says so, without its value', () => {
  const withheld = shared({ observations: [hiv, ecog] }, [hiv.id]).get('no HIV')
  expect(withheld).toMatchObject({ verdict: 'unknown', reason: 'withheld' })
  expect(JSON.stringify(withheld?.sentences)).not.toMatch(/HIV|positive/)
})

test('a criterion that failed for another reason says nothing of a part that is held back', () => {
  const both: Expr = {
    op: 'all',
    of: [
      { op: 'ps', scale: 'ECOG', in: [0] },
      { op: 'infection', agent: 'HIV', result: 'positive' },
    ],
  }
  const asksBoth = { ...trial, record: { ...record, criteria: [criterion('both', both)] } }
  const patient = recordWith({ observations: [hiv, ecog] })
  const { criteria } = sharedVerdicts({
    record: patient,
    trial: asksBoth,
    withheldRowIds: [hiv.id],
    asOf,
    overrides: [],
  })
  expect(criteria[0]).toMatchObject({ verdict: 'notMet', reason: 'decided' })
  expect(JSON.stringify({ ...criteria[0], ruleText: null })).not.toMatch(/HIV/)
})

test('a travel limit bears on no verdict, shared or withheld', () => {
  const limit = finding('preference', 'travel-limit', 50, '2026-06-01', { unit: '[mi_i]' })
  const patient = { observations: [hiv, ecog, limit] }
  expect(shared(patient, [limit.id])).toEqual(shared(patient, []))
  expect(shared(patient, [])).toEqual(shared({ observations: [hiv, ecog] }, []))
})

test('a withheld infection never becomes "no infection", although somebody confirmed that all are recorded', () => {
  const patient = { observations: [hiv, ecog], assertions: [infectionsReviewed] }
  expect(shared(patient, [hiv.id]).get('no HIV')).toMatchObject({ verdict: 'unknown', reason: 'withheld' })
})

test('a withheld result does not make an older one count', () => {
  const older = finding('performance-status', 'ECOG', 0, '2026-06-02')
  expect(shared({ observations: [older, ecog] }, [ecog.id]).get('fit')).toMatchObject({ reason: 'withheld' })
})

test('the row that a withheld one corrected stays gone, also where both say the same', () => {
  const correction = { ...ecog, id: 'correction', replaces: ecog.id }
  const verdict = shared({ observations: [ecog, correction] }, [correction.id]).get('fit')
  expect(verdict).toMatchObject({ verdict: 'unknown', reason: 'withheld' })
})

test('verdicts that do not rest on it are shared as they are', () => {
  const patient = { observations: [hiv, ecog] }
  expect(shared(patient, [hiv.id]).get('fit')).toEqual(shared(patient, []).get('fit'))
})

describe('what a clinician said', () => {
  const patient = { observations: [hiv, ecog] }

  function saysMet(id: string): VerdictOverride {
    const judged = record.criteria.find((each) => each.id === id)
    if (judged === undefined) throw new Error(`${id} is not a criterion`)
    const { verdict } = criterionOutcome(judged, deriveFacts(recordWith(patient)), { asOf })
    return {
      overrideId: `override of ${id}`,
      criterionId: id,
      cohort: null,
      verdict: 'met',
      reason: 'HIV viral load undetectable for 3 years',
      by: 'Dr A Example',
      role: 'oncologist',
      at: '2026-06-14T09:00:00Z',
      softwareVerdict: verdict?.verdict ?? 'unknown',
      criterionFingerprint: criterionFingerprint(judged),
      evidenceFingerprint: evidenceFingerprint(verdict),
    }
  }

  test('goes to the site with who, when and why, beside what the software found', () => {
    expect(shared(patient, [], [saysMet('no HIV')]).get('no HIV')).toMatchObject({
      verdict: 'notMet',
      override: { verdict: 'met', by: 'Dr A Example', role: 'oncologist', state: 'active' },
    })
  })

  test('stays behind with a row that it rests on, because its reason may name it', () => {
    const withheld = shared(patient, [hiv.id], [saysMet('no HIV'), saysMet('fit')])
    expect(withheld.get('no HIV')).toMatchObject({ reason: 'withheld', override: null })
    expect(withheld.get('fit')).toMatchObject({ override: { verdict: 'met' } })
    expect(JSON.stringify([...withheld.values()].filter(({ criterionId }) => criterionId !== 'fit'))).not.toContain(
      'viral load',
    )
  })

  test('carries nothing that only setting a verdict needs', () => {
    for (const verdict of shared(patient, [], []).values()) {
      expect(verdict).not.toHaveProperty('basis')
      expect(verdict).not.toHaveProperty('cohort')
    }
  })
})
