import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type TeamsResult, teamIntents } from './teams-result.ts'

type Schemas = components['schemas']

type AssignManyProps = {
  readonly teams: readonly Schemas['Team'][]
  readonly patients: readonly Schemas['UnassignedPatient'][]
  readonly chosenIds: ReadonlySet<string>
  readonly setChosenIds: (ids: ReadonlySet<string>) => void
  readonly fetcher: FetcherWithComponents<TeamsResult>
  readonly isPending: boolean
}

/** Gives all patients chosen in the list into the care of one team. */
export function AssignMany(props: AssignManyProps) {
  const { teams, patients, chosenIds, setChosenIds, fetcher, isPending } = props
  // Somebody chosen may have been assigned by a colleague meanwhile, and is not in the list any more.
  const chosen = patients.filter(({ patientId }) => chosenIds.has(patientId))
  const areAll = chosen.length === patients.length
  return (
    <fetcher.Form method="post" noValidate className="app-narrow app-print-hidden" aria-label="Assign the chosen">
      <input type="hidden" name="intent" value={teamIntents.assignPatients} />
      <input type="hidden" name="fieldId" value="assign-team" />
      {chosen.map(({ patientId }) => (
        <input key={patientId} type="hidden" name="patientId" value={patientId} />
      ))}
      <button
        type="button"
        id="choose-all"
        className="nhsuk-button nhsuk-button--secondary app-button-small"
        onClick={() => setChosenIds(new Set(areAll ? [] : patients.map(({ patientId }) => patientId)))}
      >
        {areAll ? 'Choose nobody' : `Choose all ${patients.length} listed`}
      </button>
      <SelectField
        label="Team for the chosen patients"
        name="teamId"
        id="assign-team"
        emptyLabel="Choose a team"
        choices={teams.map(({ teamId, name }) => ({ value: teamId, label: name }))}
      />
      <SubmitButton isPending={isPending} isSmall>
        Assign {counted(chosen.length, 'chosen patient')}
      </SubmitButton>
    </fetcher.Form>
  )
}
