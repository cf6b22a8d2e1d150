import { useMemo } from 'react'
import { Link, useLoaderData, useLocation, useNavigate, useRouteLoaderData, useSearchParams } from 'react-router'
import type { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'
import { searchWith } from '../../data/search-params.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { useChosen } from '../../data/use-chosen.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { chosenFilters } from './chosen-filters.ts'
import { knownSearch, saysMore } from './known-search.ts'
import type { loadPatientWorklist } from './load-patient-worklist.ts'
import { countPatients, loadPatients } from './load-patients.ts'
import { type PatientSearch, patientSearch, unfiltered } from './patient-filters.ts'
import { PatientList } from './patient-list.tsx'
import { soughtText, withSoughtText } from './sought-text.ts'
import { WorklistFilters } from './worklist-filters.tsx'

/** The patients of the caller's teams, narrowed, sorted and paged by the server. */
export function PatientWorklistPage() {
  const types = useRouteLoaderData<typeof loadCancerTypes>('patient-worklist') ?? noTypes
  const asked = useLoaderData<typeof loadPatientWorklist>()
  const search = useMemo(() => knownSearch(asked, types), [asked, types])
  const [params] = useSearchParams()
  const text = soughtText(useLocation().state)
  const navigate = useNavigate()

  const found = useAnswer(useMemo(() => loadPatients(search, text), [search, text]))
  const counted = useAnswer(useMemo(() => countPatients(search, text), [search, text]))
  const counts = counted.answer?.ok ? counted.answer.data : null

  const [{ text: chosenText, ...chosenSearch }, setChosen] = useChosen(
    useMemo(() => ({ ...search, text }), [search, text]),
  )
  const change = (patch: Partial<PatientSearch>, sought = chosenText) => {
    const next = { ...chosenSearch, after: undefined, before: undefined, ...patch }
    setChosen({ ...next, text: sought })
    void navigate(searchWith(patientSearch, next, {}), { state: withSoughtText(sought), preventScrollReset: true })
  }
  const chips = chosenFilters({ search: chosenSearch, text: chosenText, types, change })
  const clearAllTo = searchWith(patientSearch, search, unfiltered)
  return (
    <>
      <PageHeading title="Patients">
        <Link to={paths.emergencyAccess}>Patient not listed? Open a record of another team</Link>
      </PageHeading>
      <div className="app-with-filters">
        <WorklistFilters
          search={chosenSearch}
          text={chosenText}
          types={types}
          counts={counts}
          chosen={chips.length}
          onChange={change}
        />
        <div aria-busy={found.isPending}>
          {saysMore(params, search) ? (
            <p className="nhsuk-inset-text">A filter of this address is not known and was left out.</p>
          ) : null}
          <FilterChips chips={chips} clearAllTo={clearAllTo} />
          <PatientList
            found={found}
            certainty={certaintyOf(search, types, counts)}
            search={search}
            text={text}
            clearAllTo={clearAllTo}
            onChange={change}
          />
        </div>
      </div>
    </>
  )
}

const noTypes: readonly never[] = []

/** The chosen cancer type with how many of its patients have an exact code; null without a choice or numbers. */
function certaintyOf(
  { cancerType }: PatientSearch,
  types: readonly { cancerTypeId: string; name: string }[],
  counts: { cancerTypes: readonly { cancerTypeId: string; confirmed: number; possible: number }[] } | null,
) {
  const type = types.find(({ cancerTypeId }) => cancerTypeId === cancerType)
  const count = counts?.cancerTypes.find(({ cancerTypeId }) => cancerTypeId === cancerType)
  return type === undefined || count === undefined ? null : { name: type.name, count }
}
