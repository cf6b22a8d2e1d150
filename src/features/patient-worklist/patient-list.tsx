import { useRevalidator } from 'react-router'
import type { components } from '#api/schema.ts'
import { searchWith } from '../../data/search-params.ts'
import type { useAnswer } from '../../data/use-answer.ts'
import { totalText } from '../../format/counts.ts'
import { type CancerTypeCount, countWords } from '../../ui/cancer-type-branch.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { Pager } from '../../ui/pager.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { NoPatients } from './no-patients.tsx'
import { patientColumns } from './patient-columns.tsx'
import { orderBy, type PatientSearch, patientOrder, patientSearch } from './patient-filters.ts'
import { markSimilarNames } from './similar-names.ts'
import { SortChoice } from './sort-choice.tsx'
import { withSoughtText } from './sought-text.ts'

type PatientPage = components['schemas']['PatientPage']

type PatientListProps = {
  readonly found: ReturnType<typeof useAnswer<PatientPage>>
  /** The chosen cancer type and how sure it is among the patients. */
  readonly certainty: { readonly name: string; readonly count: CancerTypeCount } | null
  readonly search: PatientSearch
  readonly text: string | null
  readonly clearAllTo: string
  readonly onChange: (patch: Partial<PatientSearch>) => void
}

/** One page of patients: loading, failed, empty, or rows. While the next page loads, the last one stays. */
export function PatientList({ found, certainty, search, text, clearAllTo, onChange }: PatientListProps) {
  const revalidator = useRevalidator()
  const page = found.answer?.ok ? found.answer.data : null
  const isEmpty = page === null || page.items.length === 0
  return (
    <>
      <div className="app-list-head">
        <StatusMessage>
          {found.isPending ? 'Loading patients…' : page === null ? null : summaryOf(page.total, certainty)}
        </StatusMessage>
        {isEmpty ? null : <SortChoice search={search} onChange={onChange} />}
      </div>
      {found.answer?.ok === false && !found.isPending ? (
        <ErrorState problem={found.answer.problem} onRetry={() => void revalidator.revalidate()} />
      ) : null}
      {isEmpty && page !== null ? <NoPatients search={search} text={text} clearAllTo={clearAllTo} /> : null}
      {page === null || isEmpty ? null : (
        <>
          <p className="app-cell-note">Trials: for the patient’s own cancer type, without those for any cancer.</p>
          <DataTable
            caption="Patients of your teams"
            isCaptionHidden
            isDense
            columns={patientColumns}
            rows={markSimilarNames(page.items)}
            rowId={(row) => row.patientId}
            sort={patientOrder(search)}
            onSort={(sort) => onChange(orderBy(sort, search))}
          />
          <Pager
            shown={page.items.length}
            total={page.total}
            what="patients"
            nextTo={page.next === null ? null : pageTo(search, { after: page.next })}
            previousTo={page.previous === null ? null : pageTo(search, { before: page.previous })}
            state={withSoughtText(text)}
          />
        </>
      )}
    </>
  )
}

/** `15 patients. Chordoma: 12 with an exact code, 3 need a histology code.` */
function summaryOf(total: PatientPage['total'], certainty: PatientListProps['certainty']): string {
  const patients = `${totalText(total)} ${total.count === 1 && !total.isCapped ? 'patient' : 'patients'}`
  return certainty === null ? patients : `${patients}. ${certainty.name}: ${countWords(certainty.count)}.`
}

function pageTo(search: PatientSearch, page: { after: string } | { before: string }): string {
  return searchWith(patientSearch, search, { after: undefined, before: undefined, ...page })
}
