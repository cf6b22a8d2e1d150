/**
 * Anticoagulants by the class that criteria ask for, from general knowledge of medicines; a clinician should look
 * through it. What is given to treat is recorded as "anticoagulant-therapeutic" with its name, and is of the class as well.
 */
const namesByClass = {
  lmwh: ['dalteparin', 'enoxaparin', 'tinzaparin'],
  'vitamin-k-antagonist': ['acenocoumarol', 'phenindione', 'warfarin'],
  /** Of no class that criteria ask for by itself. */
  'anticoagulant-other': [
    'apixaban',
    'dabigatran',
    'edoxaban',
    'fondaparinux',
    'rivaroxaban',
    'unfractionated heparin',
  ],
} as const

export const anticoagulantNames: readonly string[] = Object.values(namesByClass).flat().toSorted()

export const anticoagulantClasses: readonly string[] = Object.keys(namesByClass)

/** The class of an anticoagulant by its name, or `null` for a name that is not on the list. */
export function anticoagulantClass(name: string): string | null {
  const word = name.trim().toLowerCase()
  return Object.entries(namesByClass).find(([, names]) => (names as readonly string[]).includes(word))?.[0] ?? null
}
