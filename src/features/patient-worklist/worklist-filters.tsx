import { useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { isLiveStatus, referralStatuses } from '#domain/referral/referral-status.ts'
import { counted, countText } from '../../format/counts.ts'
import { missingItemWords } from '../../format/missing-item.ts'
import { CancerTypeTree } from '../../ui/cancer-type-tree.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SearchBox } from '../../ui/fields/search-box.tsx'
import { FilterPanel } from '../../ui/filter-panel.tsx'
import { candidateChoiceWords, gradeWords, referralWords } from './chosen-filters.ts'
import { missingItems, noReferral, type PatientSearch } from './patient-filters.ts'
import { longestText } from './sought-text.ts'

type WorklistFiltersProps = {
  readonly search: PatientSearch
  readonly text: string | null
  readonly types: readonly components['schemas']['CancerType'][]
  /** Null until they have come: then no numbers are shown. */
  readonly counts: components['schemas']['PatientCounts'] | null
  readonly chosen: number
  readonly onChange: (patch: Partial<PatientSearch>, text?: string | null) => void
}

/** Everything the worklist can be narrowed by, with how many patients each value would leave. */
export function WorklistFilters({ search, text, types, counts, chosen, onChange }: WorklistFiltersProps) {
  const byType = useMemo(() => new Map(counts?.cancerTypes.map((count) => [count.cancerTypeId, count])), [counts])
  return (
    <FilterPanel chosen={chosen}>
      <SearchBox
        label="Name, NHS number or hospital number"
        text={text ?? ''}
        maxLength={longestText}
        onSeek={(sought) => onChange({}, sought === '' ? null : sought)}
      />
      <CancerTypeTree
        label="Rare cancer type"
        types={types}
        counts={byType}
        selectedId={search.cancerType ?? null}
        onSelect={(id) => onChange({ cancerType: id ?? undefined })}
      />
      {counts === null ? null : (
        <p className="nhsuk-hint">
          {counted(counts.notRare, 'patient')} with a cancer that is not on this list, {countText(counts.notRecorded)}{' '}
          without a coded diagnosis
        </p>
      )}
      <RadioList
        label="Certainty of the cancer type"
        name="grade"
        choices={gradeChoices}
        value={search.grade ?? ''}
        onChange={(value) => onChange({ grade: value === 'confirmed' || value === 'possible' ? value : undefined })}
      />
      <RadioList
        label="Trials"
        name="candidate"
        choices={candidateChoices}
        value={search.candidate ?? ''}
        onChange={(value) => onChange({ candidate: candidateValues.find((one) => one === value) })}
      />
      <CheckboxList
        label="Referral"
        name="referral"
        choices={referralValues.map((value) => ({
          value,
          label: withCount(referralWords(value), counts?.referralStatus, value),
        }))}
        values={search.referral}
        onChange={(values) => onChange({ referral: referralValues.filter((value) => values.includes(value)) })}
      />
      <CheckboxList
        label="Never recorded"
        name="missing"
        choices={missingItems.map((value) => ({
          value,
          label: withCount(missingItemWords[value], counts?.missing, value),
        }))}
        values={search.missing}
        onChange={(values) => onChange({ missing: missingItems.filter((value) => values.includes(value)) })}
      />
    </FilterPanel>
  )
}

const gradeChoices = [
  { value: '', label: 'All' },
  { value: 'confirmed', label: gradeWords.confirmed },
  { value: 'possible', label: gradeWords.possible },
]

const candidateChoices = [
  { value: '', label: 'Any' },
  { value: 'yes', label: candidateChoiceWords.yes },
  { value: 'no', label: 'Without' },
  { value: 'toRead', label: candidateChoiceWords.toRead },
  { value: 'incomplete', label: candidateChoiceWords.incomplete },
]
const candidateValues = ['yes', 'no', 'toRead', 'incomplete'] as const

/** Only live referrals can be filtered by, because only they are tracked. */
const referralValues: readonly PatientSearch['referral'][number][] = [
  noReferral,
  ...referralStatuses.map(({ status }) => status).filter(isLiveStatus),
]

function withCount(
  label: string,
  counts: readonly { readonly value: string; readonly count: number }[] | undefined,
  value: string,
): string {
  if (counts === undefined) return label
  // A value that the API does not list leaves nobody.
  const found = counts.find((count) => count.value === value)
  return `${label} (${found === undefined ? '0' : countText(found.count)})`
}
