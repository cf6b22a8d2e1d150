import { useMemo } from 'react'
import { Link, useNavigate, useRevalidator } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { searchWith } from '../../data/search-params.ts'
import { useAnswer } from '../../data/use-answer.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { notKnown } from '../../format/not-known.ts'
import { patientName } from '../../format/person-name.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { OutcomeTag, outcomeWords } from '../../ui/outcome-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'
import { loadPossiblePatients } from './load-possible-patients.ts'
import { countOf, outcomes, type PossiblePatientSearch, possiblePatientSearch } from './possible-patient-filters.ts'

type PossiblePatientsProps = { readonly trialId: string; readonly search: PossiblePatientSearch }

/** The caller's own patients for this trial, by what the data held say. */
export function PossiblePatients({ trialId, search }: PossiblePatientsProps) {
  const { answer } = useAnswer(useMemo(() => loadPossiblePatients(trialId, search), [trialId, search]))
  const revalidator = useRevalidator()
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="possible-patients">
      <h2 className="nhsuk-heading-m" id="possible-patients">
        Possible patients of mine
      </h2>
      {answer === null ? <LoadingState what="patients" /> : null}
      {answer?.ok === false ? (
        <ErrorState problem={answer.problem} onRetry={() => void revalidator.revalidate()} />
      ) : null}
      {answer?.ok ? <Patients page={answer.data} search={search} /> : null}
    </section>
  )
}

type PatientsProps = {
  readonly page: components['schemas']['TrialPatientPage']
  readonly search: PossiblePatientSearch
}

function Patients({ page: { counts, items, next }, search }: PatientsProps) {
  const navigate = useNavigate()
  const all = countOf(counts, { outcome: undefined })
  if (all === 0) {
    return (
      <EmptyState title="None of your patients has a diagnosis that this trial takes">
        <p>Patients without a coded diagnosis are not counted. Code the diagnosis to have them looked at.</p>
      </EmptyState>
    )
  }
  const choices = outcomes.map((value) => ({
    value,
    label: `${outcomeWords[value].label} (${countText(counts[value])})`,
  }))
  return (
    <>
      <RadioList
        label="On the data held"
        name="outcome"
        choices={[{ value: '', label: `All (${countText(all)})` }, ...choices]}
        value={search.outcome ?? ''}
        onChange={(value) => {
          const outcome = outcomes.find((one) => one === value)
          void navigate(searchWith(possiblePatientSearch, { outcome }, {}), { preventScrollReset: true })
        }}
      />
      {items.length === 0 ? (
        <EmptyState title="No patient with this outcome">
          <p>
            <Link to={searchWith(possiblePatientSearch, {}, {})} preventScrollReset>
              Show all possible patients
            </Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <DataTable
            caption="Possible patients"
            isCaptionHidden
            columns={columns}
            rows={items}
            rowId={({ patientId }) => patientId}
          />
          <Pager
            shown={items.length}
            total={{ count: countOf(counts, search), isCapped: false }}
            what="patients"
            nextTo={next === null ? null : searchWith(possiblePatientSearch, search, { after: next })}
            previousTo={null}
          />
          {search.after === undefined ? null : (
            <p>
              <Link to={searchWith(possiblePatientSearch, search, { after: undefined })}>First page</Link>
            </p>
          )}
        </>
      )}
    </>
  )
}

const columns: readonly DataColumn<components['schemas']['TrialPatient']>[] = [
  {
    id: 'patient',
    header: 'Patient',
    isRowHeader: true,
    cell: ({ patientId, name }) => <Link to={pathTo.patient(patientId)}>{patientName(name)}</Link>,
  },
  { id: 'bornOn', header: 'Born', cell: ({ bornOn }) => clinicalDate(bornOn) },
  {
    id: 'nhsNumber',
    header: 'NHS No.',
    cell: ({ nhsNumber }) => <span className="app-nowrap">{nhsNumberText(nhsNumber)}</span>,
  },
  { id: 'cancerType', header: 'Cancer type', cell: ({ cancerType }) => cancerType?.name ?? notKnown },
  { id: 'outcome', header: 'On the data held', cell: ({ outcome }) => <OutcomeTag outcome={outcome} /> },
  {
    id: 'undecided',
    header: 'Items not known',
    cell: ({ undecided }) => (undecided.length === 0 ? 'None' : undecided.join(', ')),
  },
  {
    id: 'referral',
    header: 'Referral',
    cell: ({ referral }) => (referral === null ? 'None' : <ReferralLink referral={referral} />),
  },
]
