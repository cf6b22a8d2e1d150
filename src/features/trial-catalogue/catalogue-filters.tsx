import type { CancerType } from '../../ui/cancer-type-search.ts'
import { CancerTypeTree } from '../../ui/cancer-type-tree.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SearchBox } from '../../ui/fields/search-box.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FilterPanel } from '../../ui/filter-panel.tsx'
import { recruitingWords } from './chosen-filters.ts'
import { countryChoices } from './country-name.ts'
import { longestText, type TrialSearch } from './trial-filters.ts'

type CatalogueFiltersProps = {
  readonly search: TrialSearch
  readonly types: readonly CancerType[]
  readonly chosen: number
  readonly onChange: (patch: Partial<TrialSearch>) => void
}

/** What the catalogue can be narrowed by. Nothing is chosen at first, so closed trials are found too. */
export function CatalogueFilters({ search, types, chosen, onChange }: CatalogueFiltersProps) {
  return (
    <FilterPanel chosen={chosen}>
      <SearchBox
        label="Title, number, sponsor or condition"
        text={search.text ?? ''}
        maxLength={longestText}
        onSeek={(text) => onChange({ text: text === '' ? undefined : text })}
      />
      <RadioList
        label="Recruitment"
        name="recruiting"
        choices={recruitingChoices}
        value={search.recruiting ?? ''}
        onChange={(value) => onChange({ recruiting: value === 'open' || value === 'notOpen' ? value : undefined })}
      />
      <SelectField
        label="Country with a site"
        name="country"
        choices={countryChoices}
        emptyLabel="Any country"
        value={search.country ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ country: value === '' ? undefined : value })}
      />
      <CancerTypeTree
        label="Rare cancer type"
        types={types}
        selectedId={search.cancerType ?? null}
        onSelect={(id) => onChange({ cancerType: id ?? undefined })}
      />
    </FilterPanel>
  )
}

const recruitingChoices = [
  { value: '', label: 'All' },
  { value: 'open', label: recruitingWords.open },
  { value: 'notOpen', label: recruitingWords.notOpen },
]
