/** Medicines are known by their names, and criteria ask for their classes. */
export const medicineWords: Readonly<Record<string, { readonly example: string; readonly note?: string }>> = {
  'anticoagulant-therapeutic': { example: 'apixaban or rivaroxaban' },
  'enzyme-inducing-antiepileptic': { example: 'carbamazepine or phenytoin' },
  'live-vaccine': { example: 'yellow fever' },
  lmwh: { example: 'dalteparin', note: alsoAnticoagulant('It') },
  'systemic-corticosteroid': { example: 'prednisolone or dexamethasone' },
  'vitamin-k-antagonist': { example: 'warfarin', note: alsoAnticoagulant('Warfarin') },
}

function alsoAnticoagulant(subject: string): string {
  return `${subject} is a therapeutic anticoagulant as well where it is given to treat: then record that too, because some trials ask for the one and some for the other.`
}
