import { useCallback, useState } from 'react'
import { fieldErrors } from '../../data/problem.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { TeamAnswer } from './team-answer.tsx'
import { teamIntents } from './teams-result.ts'
import { useTeamChanges } from './use-team-changes.ts'

/** A name, and a new team has it. What was typed stays until the team is there. */
export function NewTeamForm() {
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID())
  const renew = useCallback(() => setIdempotencyKey(crypto.randomUUID()), [])
  const { fetcher, result, isPending, heading } = useTeamChanges(renew)
  const fault = result?.kind === 'faulty' ? result.message : undefined
  const refused = result?.kind === 'refused' ? fieldErrors(result.problem).name : undefined
  return (
    <section className="app-narrow app-print-hidden" aria-labelledby="new-team">
      <h2 className="nhsuk-heading-m" id="new-team" tabIndex={-1} ref={heading}>
        Add a team
      </h2>
      <TeamAnswer result={result} />
      <fetcher.Form method="post" noValidate key={idempotencyKey}>
        <input type="hidden" name="intent" value={teamIntents.createTeam} />
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <TextField
          label="Name of the team"
          name="name"
          id="team-name"
          hint="As your hospital calls it, for example Sarcoma team"
          maxLength={120}
          autoComplete="off"
          error={fault ?? refused}
        />
        <SubmitButton isPending={isPending}>Add team</SubmitButton>
      </fetcher.Form>
    </section>
  )
}
