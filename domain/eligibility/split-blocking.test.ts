import { describe, expect, test } from 'vitest'
import { assembleCandidate } from './assemble-candidate.ts'
import { assessTrial } from './assess-trial.ts'
import type { Criterion, Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-08-04'
const noSites = { sites: [], homeCountries: ['GB'], from: null, isLocationHidden: false, travelLimit: null }
/** Aged 46, with a fibrolamellar carcinoma, ECOG 2 and platelets of 82. */
const facts = deriveFacts(
  recordWith({
    bornOn: '1980-01-01',
    diagnoses: [diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })],
    observations: [
      finding('performance-status', 'ECOG', 2, '2026-08-01'),
      finding('lab', 'platelets', 82, '2026-08-03', { unit: '10*9/L' }),
    ],
  }),
)
const ecog = (upTo: number): Expr => ({ op: 'ps', scale: 'ECOG', in: Array.from({ length: upTo + 1 }, (_, at) => at) })
const platelets: Expr = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' }
const child: Expr = { op: 'age', unit: 'years', max: 17 }
const criterion = (text: string, expr: Expr, parts: Partial<Criterion> = {}) =>
  criterionWith({ id: text, text, ...parts, expr })

const inA = { appliesTo: ['A'] }
const inB = { appliesTo: ['B'] }
const open = (...names: readonly string[]) =>
  ['A', 'B'].map((name) => ({
    name,
    recruitmentStatus: names.includes(name) ? ('open' as const) : ('closed-to-recruitment' as const),
  }))

function candidate(
  criteria: readonly ReturnType<typeof criterion>[],
  { cohorts = open('A', 'B'), cancerTypeIds = ['gi-flc'] } = {},
) {
  const trial = trialWith({ cancerTypeIds, cohorts, criteria })
  return assembleCandidate(assessTrial(facts, trial, asOf), noSites, null, null)
}

describe('where no open cohort fits', () => {
  const fully = criterion('ECOG 0', ecog(0), inA)
  const walking = criterion('ECOG 0 or 1', ecog(1), inB)

  test('each is told with what excludes the patient from it', () => {
    expect(candidate([fully, walking])).toMatchObject({
      outcome: 'notMatched',
      cohort: null,
      criteriaCohort: 'A',
      blocking: [],
      notMetForNow: [],
      blockingInCohorts: [
        { cohort: 'A', blocking: ['ECOG 0'], notMetForNow: [] },
        { cohort: 'B', blocking: ['ECOG 0 or 1'], notMetForNow: [] },
      ],
    })
  })

  test('what excludes from all of them is told once and of none', () => {
    expect(candidate([criterion('Aged under 18', child), fully, walking])).toMatchObject({
      blocking: ['Aged under 18'],
      blockingInCohorts: [
        { cohort: 'A', blocking: ['ECOG 0'] },
        { cohort: 'B', blocking: ['ECOG 0 or 1'] },
      ],
    })
  })

  test('so is one criterion that no cohort takes the patient by', () => {
    const either: Expr = {
      op: 'cohort',
      assign: [
        { cohort: 'A', when: ecog(0) },
        { cohort: 'B', when: ecog(1) },
      ],
    }
    expect(candidate([criterion('Fits a cohort', either)])).toMatchObject({
      blocking: ['Fits a cohort'],
      blockingInCohorts: [],
    })
  })

  test('what would only put it off stands apart in each of them too', () => {
    const counts = { class: 'correctable' } as const
    const forAll = criterion('Platelets at least 100', platelets, counts)
    const forB = criterion('Platelets at least 100 (cohort B)', platelets, { ...counts, ...inB })
    expect(candidate([fully, walking, forAll, forB])).toMatchObject({
      blocking: [],
      notMetForNow: ['Platelets at least 100'],
      blockingInCohorts: [
        { cohort: 'A', blocking: ['ECOG 0'], notMetForNow: [] },
        { cohort: 'B', blocking: ['ECOG 0 or 1'], notMetForNow: ['Platelets at least 100 (cohort B)'] },
      ],
    })
  })

  test('one that is closed has no say', () => {
    expect(candidate([fully, walking], { cohorts: open('B') })).toMatchObject({
      criteriaCohort: 'B',
      blocking: ['ECOG 0 or 1'],
      blockingInCohorts: [],
    })
    expect(candidate([fully, walking], { cohorts: open() })).toMatchObject({
      criteriaCohort: null,
      blockingInCohorts: [],
    })
  })

  test('that the trial is for another cancer is told before', () => {
    expect(candidate([fully, walking], { cancerTypeIds: ['bone-chordoma'] })).toMatchObject({
      blocking: ['The trial is for another cancer'],
      blockingInCohorts: [{ cohort: 'A' }, { cohort: 'B' }],
    })
  })
})

test('where a cohort fits but for the cancer, the others are no reason', () => {
  const criteria = [criterion('ECOG 0', ecog(0), inA), criterion('ECOG 0 to 2', ecog(2), inB)]
  expect(candidate(criteria, { cancerTypeIds: ['bone-chordoma'] })).toMatchObject({
    outcome: 'notMatched',
    criteriaCohort: 'B',
    blocking: ['The trial is for another cancer'],
    blockingInCohorts: [],
  })
})

test('where a cohort fits, what keeps the patient out of another is no obstacle', () => {
  expect(candidate([criterion('ECOG 0', ecog(0), inA), criterion('ECOG 0 to 2', ecog(2), inB)])).toMatchObject({
    outcome: 'noFailuresFound',
    cohort: 'B',
    criteriaCohort: 'B',
    blocking: [],
    blockingInCohorts: [],
  })
})
