import { describe, expect, test } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord } from './patient-record.ts'
import { diagnosisOf, finding, recordWith } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'

const asOf = '2026-06-15'
const fibrolamellar = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })
const liverWithoutHistology = diagnosisOf({ icd10: 'C22.0' })
const breast = diagnosisOf({ icd10: 'C50.9', topography: 'C50.9', morphology: '8500/3' })

const factsOf = (parts: Partial<PatientRecord>) => deriveFacts(recordWith(parts))
const adult = criterionWith({ id: 'adult', expr: { op: 'age', unit: 'years', min: 18 } })
const ecog = criterionWith({ id: 'ecog', expr: { op: 'ps', scale: 'ECOG', in: [0, 1] } })
const counts = criterionWith({
  id: 'counts',
  class: 'correctable',
  text: 'Platelets at least 100',
  expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' },
})
const known = { bornOn: '1980-01-01', diagnoses: [fibrolamellar] }

describe('the cancer counts like a criterion', () => {
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult] })
  const assess = (parts: Partial<PatientRecord>, asked = trial) => assessTrial(factsOf(parts), asked, asOf)

  test('proven: the criteria alone decide', () => {
    expect(assess(known)).toMatchObject({
      diagnosisGrade: 'exact',
      outcome: 'noFailuresFound',
      undecided: [],
      blocking: [],
    })
  })

  test('possible: needs a histology code, however well the rest fits', () => {
    expect(assess({ ...known, diagnoses: [liverWithoutHistology] })).toMatchObject({
      diagnosisGrade: 'possible',
      outcome: 'needsData',
      undecided: [{ key: 'diagnosis:histology' }],
    })
  })

  test('another cancer: does not fit, and says so', () => {
    expect(assess({ ...known, diagnoses: [breast] })).toMatchObject({
      diagnosisGrade: 'none',
      outcome: 'notMatched',
      blocking: ['The trial is for another cancer'],
    })
  })

  test('not recorded: not known, never excluded', () => {
    expect(assess({ bornOn: '1980-01-01' })).toMatchObject({
      diagnosisGrade: 'unknown',
      outcome: 'needsData',
      undecided: [{ key: 'diagnosis' }],
    })
  })

  test('a trial for many cancers is not compared, so its criteria alone decide', () => {
    const basket = trialWith({ isBasket: true, criteria: [adult] })
    expect(assess(known, basket)).toMatchObject({ diagnosisGrade: 'unknown', outcome: 'noFailuresFound' })
  })

  test('a trial whose conditions are in no taxonomy needs a clinician at best', () => {
    expect(assess(known, trialWith({ criteria: [adult] }))).toMatchObject({
      diagnosisGrade: 'unknown',
      outcome: 'needsClinician',
    })
  })

  test('an unproven cancer never makes a bad outcome better', () => {
    expect(assess({ bornOn: '2015-01-01', diagnoses: [liverWithoutHistology] })).toMatchObject({
      outcome: 'notMatched',
    })
  })

  test('nobody is fitted to a trial after death', () => {
    expect(assess({ ...known, diedOn: '2026-06-01' })).toMatchObject({
      outcome: 'notMatched',
      blocking: ['The patient has died'],
    })
  })

  test('a trial that is not open is assessed all the same', () => {
    const closed = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult] }, { isOpenAtHome: false })
    expect(assess(known, closed)).toMatchObject({ diagnosisGrade: 'exact', outcome: 'noFailuresFound' })
  })
})

describe('what stands in the way', () => {
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [adult, ecog, counts] })

  test('unmet criteria are named in the words of the protocol, unknown ones by what would settle them', () => {
    const low = finding('lab', 'platelets', 82, '2026-06-10', { unit: '10*9/L' })
    expect(assessTrial(factsOf({ ...known, observations: [low] }), trial, asOf)).toMatchObject({
      outcome: 'notYet',
      blocking: ['Platelets at least 100'],
      undecided: [{ label: expect.stringContaining('ECOG') }],
    })
  })

  test('of a trial that does not fit nothing is left to settle', () => {
    const child = { ...known, bornOn: '2015-01-01' }
    expect(assessTrial(factsOf(child), trial, asOf)).toMatchObject({ outcome: 'notMatched', undecided: [] })
  })

  test('an item that two criteria need is named once', () => {
    const twice = trialWith({ cancerTypeIds: ['gi-flc'], criteria: [ecog, { ...ecog, id: 'again' }] })
    expect(assessTrial(factsOf(known), twice, asOf).undecided).toHaveLength(1)
  })

  test('an advisory criterion is no obstacle and asks for nothing', () => {
    const advisory = { class: 'advisory' } as const
    const trialWithAdvice = trialWith({
      cancerTypeIds: ['gi-flc'],
      criteria: [adult, { ...ecog, ...advisory }, { ...adult, ...advisory, kind: 'exclusion', id: 'advice' }],
    })
    expect(assessTrial(factsOf(known), trialWithAdvice, asOf)).toMatchObject({
      outcome: 'noFailuresFound',
      blocking: [],
      undecided: [],
    })
  })
})

test('only cohorts that are open can be joined', () => {
  const cohorts = [
    { name: 'A', recruitmentStatus: 'paused' },
    { name: 'B', recruitmentStatus: 'open' },
  ] as const
  const criteria = [
    criterionWith({ id: 'a', appliesTo: ['A'], expr: { op: 'age', unit: 'years', min: 18 } }),
    criterionWith({ id: 'b', appliesTo: ['B'], expr: { op: 'age', unit: 'years', max: 17 } }),
  ]
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], cohorts, criteria })
  const { outcome, criteria: answer } = assessTrial(factsOf(known), trial, asOf)
  expect({ outcome, cohort: answer.cohort }).toEqual({ outcome: 'notMatched', cohort: 'B' })
})

test('a trial none of whose cohorts is open says so', () => {
  const cohorts = [{ name: 'A', recruitmentStatus: 'paused' }] as const
  const criteria = [criterionWith({ id: 'a', appliesTo: ['A'], expr: { op: 'age', unit: 'years', min: 18 } })]
  const trial = trialWith({ cancerTypeIds: ['gi-flc'], cohorts, criteria })
  expect(assessTrial(factsOf(known), trial, asOf)).toMatchObject({
    outcome: 'notMatched',
    blocking: ['No cohort of the trial is open'],
    undecided: [],
  })
})
