import { useState } from 'react'
import { Form, useNavigation } from 'react-router'
import type { components } from '#api/schema.ts'
import { fieldErrors } from '../../data/problem.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { MoveConflict } from './move-conflict.tsx'
import type { RefusedMove } from './move-referral.ts'
import { StepsOfOthers } from './steps-of-others.tsx'

type NextStepsProps = {
  readonly referral: components['schemas']['Referral']
  readonly refused: RefusedMove | null
}

/** The steps the caller may take now, as the server allows them, each with the reason and the date that it needs. */
export function NextSteps({ referral: { referral, moves, movesOfOthers, events }, refused }: NextStepsProps) {
  const isPending = useNavigation().state !== 'idle'
  const [firstKey] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState<string | null>(onlyStep(moves))
  const move = moves.find(({ to }) => to === chosen)
  const errors = errorsOf(refused)
  const isConflict = refused?.problem?.current !== undefined
  if (moves.length === 0 && movesOfOthers.length === 0 && refused === null) return null
  return (
    <section aria-labelledby="next-steps" className="app-print-hidden">
      <h2 className="nhsuk-heading-m" id="next-steps">
        Next steps
      </h2>
      <ErrorSummary faults={refused?.fault ? [refused.fault] : []} />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(errors).filter((name) => isShown(name, move))} />
      {isConflict && refused !== null ? (
        <MoveConflict
          referral={referral}
          lastEvent={events.at(-1) ?? null}
          values={refused.values}
          isStillAllowed={moves.some(({ to }) => to === refused.values.to)}
        />
      ) : null}
      {moves.length === 0 ? (
        <p>There is no step that you can take on this referral now.</p>
      ) : (
        <Form method="post" noValidate className="app-narrow">
          <input type="hidden" name="version" value={referral.version} />
          <input type="hidden" name="idempotencyKey" value={refused?.idempotencyKey ?? firstKey} />
          <RadioList
            label="What comes next"
            name="to"
            choices={moves.map(({ to, label }) => ({ value: to, label }))}
            value={chosen}
            onChange={setChosen}
            error={errors.to}
          />
          {move?.needsReason ? (
            <SelectField
              key={`reason ${move.to}`}
              label="Reason"
              name="reasonCode"
              emptyLabel="Choose a reason"
              choices={move.reasons.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
              error={errors.reasonCode}
            />
          ) : null}
          {move === undefined || move.dateLabel === null ? null : (
            <DateField
              key={`date ${move.to}`}
              label={move.dateLabel}
              name="occurredOn"
              defaultValue=""
              error={errors.occurredOn}
            />
          )}
          <TextArea
            label="Note (optional)"
            name="note"
            rows={3}
            maxLength={2000}
            hint="Both ends of the referral read it. Leave out names, NHS numbers and anything else that identifies a person."
            error={errors.note}
          />
          <SubmitButton isPending={isPending}>
            {isConflict && move?.to === refused?.values.to && move
              ? 'Try again on the new version'
              : (move?.label ?? 'Record the step')}
          </SubmitButton>
        </Form>
      )}
      <StepsOfOthers steps={movesOfOthers} trialId={referral.trial.trialId} />
    </section>
  )
}

/** The one step there is stands chosen already, unless it ends the referral. */
function onlyStep(moves: NextStepsProps['referral']['moves']): string | null {
  const [first, ...others] = moves
  return first === undefined || others.length > 0 || first.needsReason ? null : first.to
}

function errorsOf(refused: RefusedMove | null): Readonly<Record<string, string>> {
  const own = refused?.fault ? { [refused.fault.fieldId]: refused.fault.message } : {}
  return { ...fieldErrors(refused?.problem), ...own }
}

/** A fault of a field that the chosen step does not have stands without a link. */
function isShown(field: string, move: components['schemas']['AllowedMove'] | undefined): boolean {
  if (field === 'reasonCode') return move?.needsReason === true
  if (field === 'occurredOn') return move !== undefined && move.dateLabel !== null
  return field === 'to' || field === 'note'
}
