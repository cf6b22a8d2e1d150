import type { components } from '#api/schema.ts'

type MatchGrade = components['schemas']['MatchGrade']

/** How surely the codes of a diagnosis lead to a cancer type, by whatever it was found: no word of it says proven. */
export const matchGradeWords: Readonly<Record<MatchGrade, string>> = {
  exact: 'Exact code',
  group: 'Code of the group',
  possible: 'Needs histology code',
  none: 'Not a rare cancer on the list',
  unknown: 'No coded diagnosis',
}
