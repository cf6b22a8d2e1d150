import { expect, test } from 'vitest'
import type { ResearchWish } from '../patient-wishes/research-wish.ts'
import { deriveFacts } from './derive-facts.ts'
import { offeredTrials } from './offered-trials.ts'
import type { PatientRecord } from './patient-record.ts'
import { diagnosisOf, recordWith } from './sample-record.ts'
import { trialWith } from './sample-trial.ts'

const trials = [
  trialWith({ registryId: 'liver', cancerTypeIds: ['gi-flc'] }),
  trialWith({ registryId: 'eye', cancerTypeIds: ['sk-uveal'] }),
  trialWith({ registryId: 'basket', isBasket: true }),
  trialWith({ registryId: 'unmapped' }),
  trialWith({ registryId: 'closed', cancerTypeIds: ['gi-flc'] }, { isOpenAtHome: false }),
  trialWith({ registryId: 'closed unmapped' }, { isOpenAtHome: false }),
]

function offered(parts: Partial<PatientRecord>) {
  const groups = offeredTrials(deriveFacts(recordWith(parts)), trials)
  const ids = (group: typeof trials | typeof groups.specific) => group.map(({ record }) => record.registryId)
  return { specific: ids(groups.specific), baskets: ids(groups.baskets), unmapped: ids(groups.unmapped) }
}

const fibrolamellar = diagnosisOf({ icd10: 'C22.0', topography: 'C22.0', morphology: '8171/3' })

test('a patient is offered the open trials for the cancer, those for many cancers apart', () => {
  expect(offered({ diagnoses: [fibrolamellar] })).toEqual({
    specific: ['liver'],
    baskets: ['basket'],
    unmapped: ['unmapped'],
  })
})

test('a cancer that is only possible is offered its trials', () => {
  expect(offered({ diagnoses: [diagnosisOf({ icd10: 'C22.0' })] }).specific).toEqual(['liver'])
})

test('a common cancer has trials for many cancers only', () => {
  const breast = diagnosisOf({ icd10: 'C50.9', topography: 'C50.9', morphology: '8500/3' })
  expect(offered({ diagnoses: [breast] })).toMatchObject({ specific: [], baskets: ['basket'] })
})

test('a diagnosis that is not coded rules nothing out', () => {
  expect(offered({ diagnoses: [diagnosisOf()] }).specific).toEqual(['liver', 'eye'])
  expect(offered({}).specific).toEqual(['liver', 'eye'])
})

test('nobody is offered a trial after death', () => {
  expect(offered({ diagnoses: [fibrolamellar], diedOn: '2026-06-01' })).toEqual({
    specific: [],
    baskets: [],
    unmapped: [],
  })
})

const wish: ResearchWish = {
  wishId: 'wish-1',
  scope: 'all',
  trialId: null,
  routes: [],
  statedOn: '2026-06-01',
  toldBy: 'patient',
  reviewOn: null,
  recordedBy: 'Sister Nwosu, Specialist nurse',
  recordedAt: '2026-06-01T10:00:00.000Z',
  withdrawal: null,
}

test('nobody is offered a trial who does not want to hear about research, not even one to be checked by hand', () => {
  expect(offered({ diagnoses: [fibrolamellar], researchWishes: [wish] })).toEqual({
    specific: [],
    baskets: [],
    unmapped: [],
  })
})

test('a trial that the patient does not want to hear about is left out, and no other', () => {
  const all = offered({ diagnoses: [fibrolamellar] })
  const researchWishes = [{ ...wish, scope: 'trial', trialId: 'trial-liver' } as const]
  expect(offered({ diagnoses: [fibrolamellar], researchWishes })).toEqual({
    ...all,
    specific: all.specific.filter((trialId) => trialId !== 'liver'),
  })
  expect(all.specific).toContain('liver')
})
