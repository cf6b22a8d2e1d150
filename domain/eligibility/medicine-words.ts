import { factName } from './fact-name.ts'

const givenToTreat = `Where it is given to treat, record “${factName('anticoagulant-therapeutic')}” with its name instead: that answers for both.`

/** Medicines are known by their names, and criteria ask for their classes. */
export const medicineWords: Readonly<Record<string, { readonly example: string; readonly note?: string }>> = {
  'anticoagulant-therapeutic': { example: 'apixaban or rivaroxaban' },
  'enzyme-inducing-antiepileptic': { example: 'carbamazepine or phenytoin' },
  'live-vaccine': { example: 'yellow fever' },
  lmwh: { example: 'dalteparin', note: givenToTreat },
  'systemic-corticosteroid': { example: 'prednisolone or dexamethasone' },
  'vitamin-k-antagonist': {
    example: 'warfarin',
    note: givenToTreat,
  },
}
