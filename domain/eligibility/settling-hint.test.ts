import { describe, expect, it } from 'vitest'
import { assessTrial } from './assess-trial.ts'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import type { PatientRecord } from './patient-record.ts'
import { confirmed, diagnosisOf, finding, recordWith, treatmentOf } from './sample-record.ts'
import { criterionWith, trialWith } from './sample-trial.ts'
import { whatWouldSettle } from './what-would-settle.ts'

const asOf = '2026-08-04'
const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0, 1] }
const anc: Expr = { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' }
const noPlatinum: Expr = { op: 'not', of: { op: 'therapy', any: ['platinum'], withinDays: 28 } }

interface SampleTrial {
  readonly name: string
  readonly rules: readonly (Expr | null)[]
  readonly cancerTypeIds?: readonly string[]
}

const trial = (name: string, ...rules: SampleTrial['rules']): SampleTrial => ({ name, rules })

function settling(trials: readonly SampleTrial[], record: Partial<PatientRecord> = {}) {
  const facts = deriveFacts(recordWith({ sex: 'male', ...record }))
  const assessed = trials.map(({ name, rules, cancerTypeIds = [] }) => {
    const criteria = rules.map((expr, index) => criterionWith({ id: `I${index}`, expr }))
    const isBasket = cancerTypeIds.length === 0
    return assessTrial(facts, trialWith({ registryId: name, criteria, isBasket, cancerTypeIds }), asOf)
  })
  return whatWouldSettle(facts, assessed)
}

describe('the row that an answer completes', () => {
  it('asks for the histology of a cancer that only may be the one of the trial, beside what its criteria ask', () => {
    const found = settling([{ ...trial('a', ecog), cancerTypeIds: ['gi-flc'] }], {
      diagnoses: [diagnosisOf({ icd10: 'C22.0' })],
    })
    expect(found.map(({ key, settlesAlone }) => [key, settlesAlone])).toEqual([
      ['diagnosis:histology', []],
      ['ps:ECOG', []],
    ])
  })

  it('asks once for a diagnosis without a code that can be read, and that settles the trial alone', () => {
    const histology: Expr = { op: 'diagnosis', entities: ['gi-flc'], morphology: ['8171/3'] }
    const diagnosis = diagnosisOf({ icd10: null })
    const found = settling([{ ...trial('a', histology), cancerTypeIds: ['gi-flc'] }], { diagnoses: [diagnosis] })
    expect(found.map(({ key, replaces, settlesAlone }) => [key, replaces, settlesAlone])).toEqual([
      ['diagnosis', diagnosis.id, [found[0]?.contributesTo[0]]],
    ])
  })

  it('names the row that the answer completes: the diagnosis, or the treatment without a last day', () => {
    const diagnosis = diagnosisOf({ icd10: 'C22.0' })
    const course = treatmentOf('carboplatin', { classes: ['platinum'], startedOn: '2026-01-01' })
    const found = settling([{ ...trial('a', noPlatinum, ecog), cancerTypeIds: ['gi-flc'] }], {
      diagnoses: [diagnosis],
      treatments: [course],
    })
    expect(found.map(({ key, replaces }) => [key, replaces])).toEqual([
      ['diagnosis:histology', diagnosis.id],
      ['ps:ECOG', null],
      [`treatment:${course.id}:last dose date`, course.id],
    ])
  })
})

describe('the hint', () => {
  it('says the window that the trial asks for, of several trials the shortest', () => {
    const observations = [finding('lab', 'anc', 1.8, '2026-07-14', { unit: '10*9/L' })]
    const asked = (withinDays: number): Expr => ({
      ...{ op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' },
      withinDays,
    })
    const hintsOf = (...windows: readonly number[]) =>
      settling(
        windows.map((days) => trial(`${days}`, asked(days))),
        { observations },
      ).map(({ hint }) => hint)
    expect(hintsOf(14, 20, 21, 22)).toEqual([
      'ANC 1.8 ×10⁹/L on 14-Jul-2026 (Laboratory system) is 21 days old; asked: at most 14 days',
    ])
    expect(hintsOf(20)).toEqual([
      'ANC 1.8 ×10⁹/L on 14-Jul-2026 (Laboratory system) is 21 days old; asked: at most 20 days',
    ])
    expect(hintsOf(21)).toEqual([])
    expect(hintsOf(22)).toEqual([])
  })

  it('is the reading that has gone stale, with its age, and nothing where nothing was recorded', () => {
    const observations = [finding('lab', 'anc', 2.1, '2026-06-02', { unit: '10*9/L' })]
    const hints = settling([trial('a', anc, ecog)], { observations }).map(({ key, hint }) => [key, hint])
    expect(hints).toEqual([
      ['lab:anc', 'ANC 2.1 ×10⁹/L on 02-Jun-2026 (Laboratory system) is 63 days old; usual limit: 28 days'],
      ['ps:ECOG', null],
    ])
  })

  it('is the plain reading where a formula asks for it too', () => {
    const observations = [finding('lab', 'creatinine', 88, '2026-06-02', { unit: 'umol/L' })]
    const clearance: Expr = { op: 'lab', analyte: 'crcl-cg', cmp: '>=', value: 50, unit: 'mL/min' }
    const creatinine: Expr = { op: 'lab', analyte: 'creatinine', cmp: '<=', value: 130, unit: 'umol/L' }
    const items = settling([trial('a', clearance, creatinine)], { observations })
    const found = items.find(({ key }) => key === 'lab:creatinine')
    expect(found?.hint).toMatch(/^Creatinine 88.* on 02-Jun-2026/)
  })

  it('of a confirmation says when it was given', () => {
    const assertions = [confirmed('treatment-history-complete', '2026-06-02')]
    const [found] = settling([trial('a', noPlatinum)], { assertions })
    expect(found?.hint).toBe('Confirmed on 02-Jun-2026, 63 days ago, counted for 28 days, until 30-Jun-2026')
  })
})
