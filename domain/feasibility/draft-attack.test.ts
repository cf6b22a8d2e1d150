import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patientWeight } from '../disclosure/patient-weight.ts'
import type { HeldTrial } from '../eligibility/assess-trial.ts'
import { deriveFacts } from '../eligibility/derive-facts.ts'
import type { PatientFacts } from '../eligibility/patient-facts.ts'
import { diagnosisOf, recordWith } from '../eligibility/sample-record.ts'
import { criterionWith, trialWith } from '../eligibility/sample-trial.ts'
import { type CaseloadPatient, type CaseloadTally, tallyCaseload } from './caseload-tally.ts'
import { draftWeight } from './draft-weight.ts'
import { describeFeasibility } from './feasibility.ts'
import type { ExactCounts } from './feasibility-counts.ts'

const asOf = '2026-06-15'
const elsewhere = 'org-1'
const diagnoses = [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })]

/** The first so many patients, of this age, who count this often. */
function patientsAged(age: number, count: number, weight: 0 | 1 | 2): PatientFacts[] {
  const ids = Array.from(
    { length: 200 },
    (_, index) => `00000000-0000-4000-80${age}-${String(index).padStart(12, '0')}`,
  )
  return ids
    .filter((id) => patientWeight(id) === weight)
    .slice(0, count)
    .map((patientId) => deriveFacts(recordWith({ patientId, bornOn: `${2026 - age}-01-01`, diagnoses })))
}

/** What a draft for this range of ages is answered. */
function answerTo([min, max]: readonly [number, number], caseload: readonly PatientFacts[]) {
  const ofAge = criterionWith({ id: 'age', expr: { op: 'age', unit: 'years', min, max } })
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [ofAge] })
  const counted = caseload.flatMap((facts) => {
    const times = draftWeight({ patientId: facts.patientId, organisationId: elsewhere, isOwn: false })
    return new Array<CaseloadPatient>(times).fill({ facts, overrides: [] })
  })
  return describeTally(trial, tallyCaseload(trial, counted, asOf))
}

function describeTally(trial: HeldTrial, tally: CaseloadTally) {
  return describeFeasibility({
    asOf,
    trial,
    tallies: new Map([[elsewhere, tally]]),
    weighedTallies: new Map([[elsewhere, tally]]),
    organisations: [{ organisationId: elsewhere, code: 'ZZ101', name: 'Elsewhere', latitude: null, longitude: null }],
    places: [],
    own: null,
    isDraft: true,
  })
}

describe('somebody who compares drafts', () => {
  const older = patientsAged(50, 9, 1)
  const threeYoung = [...older, ...patientsAged(30, 3, 1)]
  const fourYoung = [...threeYoung, ...patientsAged(30, 1, 0)]
  const sevenUncounted = [...older, ...patientsAged(30, 7, 0)]
  const twoYoung = [...older, ...patientsAged(30, 1, 1), ...patientsAged(30, 1, 2)]
  const ages = fc.tuple(fc.integer({ min: 18, max: 60 }), fc.integer({ min: 18, max: 60 }))
  const drafts = fc.array(ages, { minLength: 1, maxLength: 6 })
  const everyWorld = [older, sevenUncounted, twoYoung, threeYoung, fourYoung]

  test('has as many young patients to find as each world says', () => {
    expect(everyWorld.map(({ length }) => length - older.length)).toEqual([0, 7, 2, 3, 4])
  })

  test('is shown the same whether no, two, three, four or seven patients elsewhere are young, whatever the drafts', () => {
    fc.assert(
      fc.property(drafts, (asked) => {
        const seen = everyWorld.map((caseload) => JSON.stringify(asked.map((range) => answerTo(range, caseload))))
        expect(new Set(seen).size).toBe(1)
      }),
    )
  })

  test('is shown nobody as a few: no draft is answered with a zero', () => {
    const ofNobody = answerTo([18, 60], [])
    expect(ofNobody).toEqual(answerTo([18, 60], patientsAged(30, 7, 0)))
    expect(ofNobody).toEqual(answerTo([18, 60], patientsAged(30, 7, 1)))
    expect(ofNobody).toMatchObject({ isTooFew: true, considered: null, total: null, steps: [] })
    fc.assert(
      fc.property(ages, fc.constantFrom(...everyWorld), (range, caseload) => {
        const { organisations, total, considered, steps } = answerTo(range, caseload)
        expect(JSON.stringify({ organisations, total, considered, steps })).not.toMatch(/:[0-7][,}]/u)
      }),
    )
  })

  test('would by rounding alone find out a 7: two drafts, one criterion apart, leave it no other value', () => {
    // Only 8 to 12 are shown as 10.
    const around10 = [7, 8, 9, 10, 11, 12, 13]
    const worlds = around10.flatMap((possible) =>
      around10.flatMap((needsData) =>
        around10.flatMap((notYet) =>
          [...Array(9).keys()].map((notMatched) => ({ possible, needsData, notYet, notMatched })),
        ),
      ),
    )
    const strict = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [] })
    const shownFor = (counts: Omit<ExactCounts, 'toRead'>) => {
      const { possible, needsData, notMatched, notYet } = counts
      const outcomes = { noFailuresFound: possible, needsClinician: 0, needsData, notYet, notMatched }
      const considered = possible + needsData + notYet + notMatched
      const tally = { considered, outcomes, removed: [], notYet: [], undecided: [] }
      return JSON.stringify(describeTally(strict, tally).organisations)
    }
    const seen = Map.groupBy(worlds, ({ possible, needsData, notYet, notMatched }) =>
      [
        shownFor({ possible, needsData, notYet, notMatched }),
        shownFor({ possible: possible + needsData + notYet + notMatched, needsData: 0, notYet: 0, notMatched: 0 }),
      ].join(),
    )
    const attacked = { possible: 12, needsData: 12, notYet: 12, notMatched: 7 }
    const alike = [...seen.values()].find((group) =>
      group.some((world) => JSON.stringify(world) === JSON.stringify(attacked)),
    )
    expect(new Set(alike?.map(({ notMatched }) => notMatched))).toEqual(new Set([7]))
  })

  test('of the own care team’s patients is told the exact number', () => {
    const weights = (isOwn: boolean) =>
      fourYoung.map(({ patientId }) => draftWeight({ patientId, organisationId: elsewhere, isOwn }))
    expect(new Set(weights(true))).toEqual(new Set([1]))
    expect(weights(false)).toContain(0)
  })

  test('reads that numbers of a draft can be a few off', () => {
    expect(answerTo([18, 60], older).note).toContain('a few too high or too low')
  })
})
