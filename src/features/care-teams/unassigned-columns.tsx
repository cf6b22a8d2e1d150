import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { notKnown } from '../../format/not-known.ts'
import { patientName } from '../../format/person-name.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type TeamsResult, teamIntents } from './teams-result.ts'

type Schemas = components['schemas']
type Patient = Schemas['UnassignedPatient']

type ColumnContext = {
  readonly teams: readonly Schemas['Team'][]
  readonly fetcher: FetcherWithComponents<TeamsResult>
  readonly isPending: boolean
  readonly chosenIds: ReadonlySet<string>
  readonly setChosenIds: (ids: ReadonlySet<string>) => void
}

/** Who it is, in full, because names alone are not unique; and the team to be. Without any team, only who it is. */
export function unassignedColumns(context: ColumnContext): readonly DataColumn<Patient>[] {
  const hasTeams = context.teams.length > 0
  return [
    ...(hasTeams ? [chooseColumn(context)] : []),
    { id: 'name', header: 'Patient', isRowHeader: true, cell: ({ name }) => patientName(name) },
    { id: 'born', header: 'Born', isUnbroken: true, cell: ({ bornOn }) => clinicalDate(bornOn) },
    { id: 'nhsNumber', header: 'NHS No.', isUnbroken: true, cell: ({ nhsNumber }) => nhsNumberText(nhsNumber) },
    { id: 'hospitalNumber', header: 'Hospital No.', cell: ({ hospitalNumber }) => hospitalNumber ?? notKnown },
    ...(hasTeams ? [assignColumn(context)] : []),
  ]
}

function chooseColumn({ chosenIds, setChosenIds }: ColumnContext): DataColumn<Patient> {
  return {
    id: 'choose',
    header: 'Choose',
    isScreenOnly: true,
    cell: ({ patientId, name }) => (
      <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
        <div className="nhsuk-checkboxes__item">
          <input
            className="nhsuk-checkboxes__input"
            type="checkbox"
            id={`choose-${patientId}`}
            checked={chosenIds.has(patientId)}
            onChange={(event) => setChosenIds(withChoice(chosenIds, patientId, event.currentTarget.checked))}
          />
          <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`choose-${patientId}`}>
            <span className="nhsuk-u-visually-hidden">Choose {patientName(name)}</span>
          </label>
        </div>
      </div>
    ),
  }
}

function assignColumn({ teams, fetcher, isPending }: ColumnContext): DataColumn<Patient> {
  return {
    id: 'assign',
    header: 'Team',
    isScreenOnly: true,
    cell: ({ patientId, name }) => (
      <fetcher.Form method="post" noValidate className="app-inline-form">
        <input type="hidden" name="intent" value={teamIntents.assignPatients} />
        <input type="hidden" name="patientId" value={patientId} />
        <input type="hidden" name="patientName" value={patientName(name)} />
        <input type="hidden" name="fieldId" value={`team-of-${patientId}`} />
        <select
          className="nhsuk-select"
          name="teamId"
          id={`team-of-${patientId}`}
          aria-label={`Team for ${patientName(name)}`}
        >
          <option value="">Choose a team</option>
          {teams.map((team) => (
            <option key={team.teamId} value={team.teamId}>
              {team.name}
            </option>
          ))}
        </select>{' '}
        <SubmitButton isPending={isPending} kind="secondary" isSmall>
          Assign<span className="nhsuk-u-visually-hidden">: {patientName(name)}</span>
        </SubmitButton>
      </fetcher.Form>
    ),
  }
}

function withChoice(ids: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> {
  return isChosen ? new Set([...ids, id]) : new Set([...ids].filter((each) => each !== id))
}
