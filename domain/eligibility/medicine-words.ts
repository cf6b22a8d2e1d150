import { factName } from './fact-name.ts'

/** Medicines are known by their names, and criteria ask for their classes. */
export const medicineWords: Readonly<Record<string, { readonly example: string; readonly note?: string }>> = {
  'anticoagulant-therapeutic': { example: 'apixaban or rivaroxaban' },
  'enzyme-inducing-antiepileptic': { example: 'carbamazepine or phenytoin' },
  'live-vaccine': { example: 'yellow fever' },
  lmwh: { example: 'dalteparin', note: alsoAnticoagulant('it') },
  'systemic-corticosteroid': { example: 'prednisolone or dexamethasone' },
  'vitamin-k-antagonist': { example: 'warfarin', note: alsoAnticoagulant('warfarin') },
}

function alsoAnticoagulant(subject: string): string {
  const also = factName('anticoagulant-therapeutic')
  return `Where ${subject} is given to treat, it counts as “${also}” too: then record both, because some trials ask for the one and some for the other.`
}
