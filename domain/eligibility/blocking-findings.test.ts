import { describe, expect, it } from 'vitest'
import type { VerdictOverride } from './applied-override.ts'
import { assembleCandidate } from './assemble-candidate.ts'
import { assessTrial } from './assess-trial.ts'
import { criterionOutcome } from './criterion-outcome.ts'
import { deriveFacts } from './derive-facts.ts'
import { criterionFingerprint, evidenceFingerprint } from './fingerprint.ts'
import { finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-08-04'
const noSites = { sites: [], homeCountries: ['GB'], from: null, isLocationHidden: false, travelLimit: null }
const facts = deriveFacts(
  recordWith({
    bornOn: '1980-01-01',
    observations: [
      finding('lab', 'platelets', 82, '2026-08-01', { unit: '10*9/L' }),
      finding('performance-status', 'ECOG', 1, '2026-08-01'),
    ],
  }),
)
const platelets = criterionWith({
  id: 'platelets',
  class: 'correctable',
  text: 'Platelets at least 100',
  expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
})
const child = criterionWith({ id: 'child', text: 'Aged under 18', expr: { op: 'age', unit: 'years', max: 17 } })
const ecog = criterionWith({ id: 'ecog', text: 'ECOG 0 or 1', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })

function found(criteria: readonly ReturnType<typeof criterionWith>[], overrides: readonly VerdictOverride[] = []) {
  const trial = trialWith({ isBasket: true, criteria })
  return assembleCandidate(assessTrial(facts, trial, asOf, overrides), noSites, null, null).blockingFindings
}

function setNotMet(criterion: ReturnType<typeof criterionWith>): VerdictOverride {
  const { verdict } = criterionOutcome(criterion, facts, { asOf })
  return {
    overrideId: 'one',
    criterionId: criterion.id,
    cohort: null,
    verdict: 'notMet',
    reason: 'Seen in clinic',
    by: 'Dr A Example',
    role: 'oncologist',
    at: '2026-08-03T10:00:00Z',
    softwareVerdict: verdict?.verdict ?? 'unknown',
    criterionFingerprint: criterionFingerprint(criterion),
    evidenceFingerprint: evidenceFingerprint(verdict),
  }
}

describe('what excludes or puts off a trial', () => {
  it('is told with the value and its limit, whether it excludes or could change', () => {
    expect(found([child, platelets, ecog])).toEqual([
      {
        text: 'Aged under 18',
        sentences: ['Aged 46 years (asked: at most 17 years) on 04-Aug-2026, born 01-Jan-1980 (Patient record)'],
        setBy: null,
      },
      {
        text: 'Platelets at least 100',
        sentences: ['Platelets 82 ×10⁹/L on 01-Aug-2026 is below the limit of 100 ×10⁹/L (Laboratory system)'],
        setBy: null,
      },
    ])
  })

  it('by the verdict of a clinician names who set it and when, and nothing that software found otherwise', () => {
    expect(found([ecog], [setNotMet(ecog)])).toEqual([
      { text: 'ECOG 0 or 1', sentences: ['Set to “not met” by Dr A Example on 03-Aug-2026'], setBy: 'Dr A Example' },
    ])
  })

  it('by software and a clinician alike is software’s finding, with both told', () => {
    const [both] = found([child], [setNotMet(child)])
    expect(both?.setBy).toBeNull()
    expect(both?.sentences).toHaveLength(2)
  })

  it('in one cohort only is told as well', () => {
    const expr = { op: 'inCohort', cohort: 'A', expr: { op: 'ps', scale: 'ECOG', in: [0] } } as const
    const other = { op: 'inCohort', cohort: 'B', expr: { op: 'age', unit: 'years', max: 17 } } as const
    const criteria = [
      criterionWith({ id: 'a', text: 'ECOG 0', expr }),
      criterionWith({ id: 'b', text: 'Child', expr: other }),
    ]
    expect(found(criteria).map(({ text }) => text)).toEqual(['ECOG 0', 'Child'])
  })
})
