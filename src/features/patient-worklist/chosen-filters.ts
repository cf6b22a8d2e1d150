import type { components } from '#api/schema.ts'
import { describeStatus } from '#domain/referral/referral-status.ts'
import { missingItemWords } from '../../format/missing-item.ts'
import { undecidedItemText } from '../../format/undecided-item.ts'
import type { FilterChip } from '../../ui/filter-chips.tsx'
import { noReferral, type PatientSearch } from './patient-filters.ts'

type Chosen = {
  readonly search: PatientSearch
  readonly text: string | null
  readonly types: readonly components['schemas']['CancerType'][]
  /** Changes some filters; null as the text takes it away. */
  readonly change: (patch: Partial<PatientSearch>, text?: string | null) => void
}

/** One chip for every value that is set. */
export function chosenFilters({ search, text, types, change }: Chosen): readonly FilterChip[] {
  const { cancerType, grade, candidate, undecided, referral, missing } = search
  const typeName = types.find((type) => type.cancerTypeId === cancerType)?.name ?? cancerType
  return [
    ...(text === null ? [] : [{ label: `Text: ${text}`, remove: () => change({}, null) }]),
    ...(cancerType === undefined
      ? []
      : [{ label: `Cancer type: ${typeName}`, remove: () => change({ cancerType: undefined }) }]),
    ...(grade === undefined
      ? []
      : [{ label: `Certainty: ${gradeWords[grade]}`, remove: () => change({ grade: undefined }) }]),
    ...(candidate === undefined
      ? []
      : [{ label: `Trials: ${candidateChoiceWords[candidate]}`, remove: () => change({ candidate: undefined }) }]),
    ...(undecided === undefined
      ? []
      : [
          {
            label: `Missing for a trial: ${undecidedItemText(undecided)}`,
            remove: () => change({ undecided: undefined }),
          },
        ]),
    ...referral.map((value) => ({
      label: `Referral: ${referralWords(value)}`,
      remove: () => change({ referral: referral.filter((other) => other !== value) }),
    })),
    ...missing.map((value) => ({
      label: `Never recorded: ${missingItemWords[value]}`,
      remove: () => change({ missing: missing.filter((other) => other !== value) }),
    })),
  ]
}

export const gradeWords = { confirmed: 'Exact code', possible: 'Needs a histology code' } as const

export const candidateChoiceWords = {
  yes: 'With a trial to consider',
  no: 'Without a trial to consider',
  toRead: 'With criteria to read for a trial',
  incomplete: 'With data missing for a trial',
} as const

export function referralWords(value: PatientSearch['referral'][number]): string {
  return value === noReferral ? 'No referral' : describeStatus(value).label
}
