import { factName } from './fact-name.ts'

/** Medicines are known by their names, and criteria ask for their classes. */
export const medicineWords: Readonly<Record<string, { readonly example: string; readonly note?: string }>> = {
  'anticoagulant-therapeutic': { example: 'apixaban or rivaroxaban' },
  'enzyme-inducing-antiepileptic': { example: 'carbamazepine or phenytoin' },
  'live-vaccine': { example: 'yellow fever' },
  // Heparin has no note to record both: trials that allow it ask for it as the only anticoagulant.
  lmwh: { example: 'dalteparin' },
  'systemic-corticosteroid': { example: 'prednisolone or dexamethasone' },
  'vitamin-k-antagonist': {
    example: 'warfarin',
    note: `Where warfarin is given to treat, it counts as “${factName('anticoagulant-therapeutic')}” too: then record both, because some trials ask for the one and some for the other.`,
  },
}
