import { Link, useNavigate, useRevalidator } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { searchWith } from '../../data/search-params.ts'
import type { Attempt } from '../../data/unwrap.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { notKnown } from '../../format/not-known.ts'
import { patientName } from '../../format/person-name.ts'
import { withFinding } from '../../format/with-finding.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { NoTeamOr } from '../../ui/no-team-or.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OutcomeTag, outcomeWords } from '../../ui/outcome-tag.tsx'
import { EmptyState, ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { Pager } from '../../ui/pager.tsx'
import { ReferralLink } from '../../ui/referral-link.tsx'
import { SetByClinicianTag } from '../../ui/set-by-clinician-tag.tsx'
import {
  allOf,
  countOf,
  outcomes,
  type PossiblePatientSearch,
  possiblePatientSearch,
} from './possible-patient-filters.ts'

type TrialRow = components['schemas']['TrialRow']

export type PossiblePatientsProps = {
  readonly trial: TrialRow
  /** Null until the patients have come. */
  readonly answer: Attempt<components['schemas']['TrialPatientPage']> | null
  readonly search: PossiblePatientSearch
}

/** The id of the heading of the section, to which the counts at the top of the page lead. */
export const possiblePatientsId = 'possible-patients'

/** The caller's own patients for this trial, by what the data held say. */
export function PossiblePatients({ trial, answer, search }: PossiblePatientsProps) {
  const revalidator = useRevalidator()
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby={possiblePatientsId}>
      <h2 className="nhsuk-heading-m" id={possiblePatientsId} tabIndex={-1}>
        Possible patients of mine
      </h2>
      {answer === null ? <LoadingState what="patients" /> : null}
      {answer?.ok === false ? (
        <ErrorState problem={answer.problem} onRetry={() => void revalidator.revalidate()} />
      ) : null}
      {answer?.ok ? <Patients trial={trial} page={answer.data} search={search} /> : null}
    </section>
  )
}

type PatientsProps = {
  readonly trial: TrialRow
  readonly page: components['schemas']['TrialPatientPage']
  readonly search: PossiblePatientSearch
}

function Patients({ trial, page: { counts, items, next }, search }: PatientsProps) {
  const navigate = useNavigate()
  if (allOf(counts) === 0) return <NoPatients trial={trial} />
  const choices = outcomes.map((value) => ({
    value,
    label: `${outcomeWords[value].label} (${countText(counts[value])})`,
  }))
  return (
    <>
      {trial.isBasket ? (
        <p>This trial takes many cancers: every living patient of yours is counted, whatever the diagnosis.</p>
      ) : null}
      <RadioList
        label="On the data held"
        name="outcome"
        choices={[{ value: '', label: `All but not matched (${countText(countOf(counts, {}))})` }, ...choices]}
        value={search.outcome ?? ''}
        onChange={(value) => {
          const outcome = outcomes.find((one) => one === value)
          void navigate(searchWith(possiblePatientSearch, { outcome }, {}), { preventScrollReset: true })
        }}
      />
      {items.length === 0 ? (
        <NoneListed counts={counts} />
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

/** Where nobody is left but those who do not fit, the way on leads to them. */
function NoneListed({ counts }: Pick<PatientsProps['page'], 'counts'>) {
  const isAllNotMatched = countOf(counts, {}) === 0
  return (
    <EmptyState
      title={isAllNotMatched ? 'On the data held no patient of yours matches' : 'No patient with this outcome'}
    >
      <p>
        <Link
          to={searchWith(possiblePatientSearch, isAllNotMatched ? { outcome: 'notMatched' } : {}, {})}
          preventScrollReset
        >
          {isAllNotMatched
            ? `Show the ${counted(counts.notMatched, 'patient')} not matched`
            : 'Show all possible patients'}
        </Link>
      </p>
    </EmptyState>
  )
}

/** Nobody found is an answer only where patients were compared with the trial. */
export function isComparedWithPatients({ cancerTypes, isBasket, openSitesAtHome }: TrialRow): boolean {
  return openSitesAtHome > 0 && (isBasket || cancerTypes.length > 0)
}

function NoPatients({ trial: { cancerTypes, isBasket, openSitesAtHome } }: { readonly trial: TrialRow }) {
  if (cancerTypes.length === 0 && !isBasket) {
    return (
      <Notice kind="warning" title="None of your patients was compared with this trial">
        <p>
          Its conditions are not mapped to a cancer type, so software cannot tell whom it is for. Read the conditions
          and the criteria, and check by hand which of your patients it may suit.
        </p>
      </Notice>
    )
  }
  if (openSitesAtHome === 0) {
    return (
      <EmptyState title="No list of patients is kept for this trial">
        <p>
          It has no open site here. Patients are listed by outcome while it has an open site here; what each criterion
          leaves is counted all the same.
        </p>
      </EmptyState>
    )
  }
  return (
    <NoTeamOr>
      <NobodyTaken isBasket={isBasket} />
    </NoTeamOr>
  )
}

function NobodyTaken({ isBasket }: Pick<TrialRow, 'isBasket'>) {
  if (isBasket) {
    return (
      <EmptyState title="You have no living patient to compare with this trial">
        <p>It takes many cancers, so every living patient of yours would be counted, whatever the diagnosis.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="None of your patients has a diagnosis that this trial takes">
      <p>Patients without a coded diagnosis are not counted. Code the diagnosis to have them looked at.</p>
    </EmptyState>
  )
}

function toReadText({ toRead }: Pick<components['schemas']['TrialPatient'], 'toRead'>): string {
  return toRead === 0
    ? 'No criteria are held: read the protocol'
    : `${counted(toRead, 'criterion', 'criteria')} to read`
}

/** What stops the patient, with the value that decided, and what is not known; of who does not match that alone. */
function Why({ row }: { readonly row: components['schemas']['TrialPatient'] }) {
  const { blocking, outcome, undecided, hasTextToRead } = row
  const stops = blocking.map((text) => withFinding(text, row))
  // Of what nobody has read, software cannot say that nothing is missing.
  const none = hasTextToRead ? 'None in what is checked' : 'None'
  const notKnownText = `Items not known: ${undecided.length === 0 ? none : undecided.join(', ')}`
  return (
    <>
      {stops.map((stop) => (
        <div key={stop}>{`${outcome === 'notMatched' ? 'Excluded by' : 'Not met'}: ${stop}`}</div>
      ))}
      {outcome === 'notMatched' ? null : <div>{notKnownText}</div>}
    </>
  )
}

const columns: readonly DataColumn<components['schemas']['TrialPatient']>[] = [
  {
    id: 'patient',
    header: 'Patient',
    isRowHeader: true,
    cell: ({ patientId, name, bornOn }) => (
      <div>
        <Link to={pathTo.patient(patientId)}>{patientName(name)}</Link>
        <div className="app-cell-note">Born {bornOn === null ? notKnown.toLowerCase() : clinicalDate(bornOn)}</div>
      </div>
    ),
  },
  {
    id: 'nhsNumber',
    header: 'NHS No.',
    cell: ({ nhsNumber }) => <span className="app-nowrap">{nhsNumberText(nhsNumber)}</span>,
  },
  { id: 'cancerType', header: 'Cancer type', cell: ({ cancerType }) => cancerType?.name ?? notKnown },
  {
    id: 'outcome',
    header: 'On the data held',
    cell: ({ outcome, isSetByClinician, ...row }) => (
      <>
        <OutcomeTag outcome={outcome} />
        <SetByClinicianTag isSet={isSetByClinician} />
        {row.hasTextToRead ? <div className="app-cell-note">{toReadText(row)}</div> : null}
      </>
    ),
  },
  { id: 'why', header: 'Why', cell: (row) => <Why row={row} /> },
  {
    id: 'referral',
    header: 'Referral',
    cell: ({ referral }) => (referral === null ? 'None' : <ReferralLink referral={referral} />),
  },
]
