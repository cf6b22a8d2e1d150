import { searchWith } from '../../data/search-params.ts'
import type { CancerType } from '../../ui/cancer-type-search.ts'
import type { FilterChip } from '../../ui/filter-chips.tsx'
import { countryName } from './country-name.ts'
import { type TrialSearch, trialSearch } from './trial-filters.ts'

/** One chip for every filter that is set, each a link to the list without it. */
export function chosenFilters(search: TrialSearch, types: readonly CancerType[]): readonly FilterChip[] {
  const { text, cancerType, recruiting, country } = search
  const typeName = types.find((type) => type.cancerTypeId === cancerType)?.name ?? cancerType
  const without = (patch: Partial<TrialSearch>) =>
    searchWith(trialSearch, search, { after: undefined, before: undefined, ...patch })
  return [
    ...(text === undefined ? [] : [{ label: `Text: ${text}`, remove: without({ text: undefined }) }]),
    ...(cancerType === undefined
      ? []
      : [{ label: `Cancer type: ${typeName}`, remove: without({ cancerType: undefined }) }]),
    ...(recruiting === undefined
      ? []
      : [{ label: `Recruitment: ${recruitingWords[recruiting]}`, remove: without({ recruiting: undefined }) }]),
    ...(country === undefined
      ? []
      : [{ label: `Country: ${countryName(country)}`, remove: without({ country: undefined }) }]),
  ]
}

export const recruitingWords = { open: 'Open', notOpen: 'Not open' } as const
