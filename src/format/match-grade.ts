import type { components } from '#api/schema.ts'

type MatchGrade = components['schemas']['MatchGrade']

/** How sure the cancer type is that the codes of a diagnosis lead to. */
export const matchGradeWords: Readonly<Record<MatchGrade, string>> = {
  exact: 'Confirmed',
  group: 'Group confirmed',
  possible: 'Needs histology code',
  none: 'Not a rare cancer on the list',
  unknown: 'No coded diagnosis',
}
