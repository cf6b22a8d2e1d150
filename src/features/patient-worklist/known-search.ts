import type { PatientSearch } from './patient-filters.ts'

/** The filters without a cancer type that is not on the list: it would leave nobody, under a name that is none. */
export function knownSearch(search: PatientSearch, types: readonly { readonly cancerTypeId: string }[]): PatientSearch {
  const { cancerType } = search
  if (cancerType === undefined || types.some(({ cancerTypeId }) => cancerTypeId === cancerType)) return search
  return { ...search, cancerType: undefined }
}

/** Whether the address says something that is not among the filters read from it. */
export function saysMore(params: URLSearchParams, read: PatientSearch): boolean {
  const known = new Map<string, unknown>(Object.entries(read))
  return [...params].some(([name, value]) => ![known.get(name)].flat().includes(value))
}
