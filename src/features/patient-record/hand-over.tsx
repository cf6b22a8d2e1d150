import { useLayoutEffect, useRef, useState } from 'react'
import { useFetcher } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { HandOverConfirmation } from './hand-over-confirmation.tsx'
import type { HandOverResult } from './hand-over-patient.ts'

type Schemas = components['schemas']

type HandOverProps = {
  readonly patient: Schemas['Patient']
  readonly from: Schemas['CareTeam']
  readonly otherTeams: readonly Schemas['Team'][]
}

/** Gives the patient into the care of another team: the choice, then what it means, then the deed. */
export function HandOver({ patient, from, otherTeams }: HandOverProps) {
  const fetcher = useFetcher<HandOverResult>()
  const [step, setStep] = useState<'closed' | 'choosing' | 'confirming'>('closed')
  const [teamId, setTeamId] = useState('')
  const [attempt, setAttempt] = useState<object | null>(null)
  const field = useRef<HTMLDivElement>(null)
  const { caller } = useSession()
  useLayoutEffect(() => {
    if (step === 'choosing') field.current?.querySelector<HTMLElement>('select')?.focus()
  }, [step])
  const chosen = otherTeams.find((team) => team.teamId === teamId)
  if (otherTeams.length === 0) return null
  if (step === 'confirming' && chosen !== undefined) {
    return (
      <HandOverConfirmation
        patient={patient}
        from={from}
        to={chosen}
        caller={caller}
        fetcher={fetcher}
        onBack={() => setStep('choosing')}
      />
    )
  }
  const isMissing = attempt !== null && chosen === undefined
  return (
    <div className="app-print-hidden">
      <button
        type="button"
        className="app-link-button"
        aria-expanded={step !== 'closed'}
        onClick={() => setStep(step === 'closed' ? 'choosing' : 'closed')}
      >
        Hand over to another team
      </button>
      {step === 'closed' ? null : (
        <form
          noValidate
          className="app-narrow"
          aria-label="Hand over to another team"
          action={pathTo.patientTeam(patient.patientId)}
          onSubmit={(event) => {
            event.preventDefault()
            if (chosen === undefined) setAttempt({})
            else setStep('confirming')
          }}
        >
          <ErrorSummary
            faults={isMissing ? [{ fieldId: 'hand-over-to', message: 'Choose a team' }] : []}
            attempt={attempt ?? undefined}
          />
          <div ref={field}>
            <SelectField
              label="Team to look after the patient"
              name="teamId"
              id="hand-over-to"
              emptyLabel="Choose a team"
              choices={otherTeams.map((team) => ({ value: team.teamId, label: team.name }))}
              value={teamId}
              onChange={(event) => setTeamId(event.currentTarget.value)}
              error={isMissing ? 'Choose a team' : undefined}
            />
          </div>
          <button type="submit" className="nhsuk-button nhsuk-button--secondary app-button-small">
            Continue
          </button>
        </form>
      )}
    </div>
  )
}
