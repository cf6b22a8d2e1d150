import { useLayoutEffect, useRef, useState } from 'react'
import { dutyLabel } from '#domain/access/duty.ts'
import { fieldErrors } from '../../data/problem.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { LogLine } from './line-columns.tsx'
import { LogAnswer } from './log-answer.tsx'
import { fewestCharacters, logIntents } from './log-result.ts'
import type { LogChange } from './use-log-change.ts'

type EndDelegationProps = {
  readonly line: LogLine
  readonly ending: LogChange
  readonly onKeep: () => void
}

const labels = { reason: 'Why it ends' } as const

/** Asks why a line ends, and says what it means. */
export function EndDelegation({ line: { entryId, name, duty }, ending, onKeep }: EndDelegationProps) {
  const { fetcher, isPending } = ending
  // An answer that was there when the form opened belongs to another line.
  const [before] = useState(ending.result)
  const result = ending.result === before ? undefined : ending.result
  const question = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => question.current?.focus(), [])
  const what = `${name}, ${dutyLabel(duty)}`
  const fault = result?.kind === 'faulty' ? result.faults[0]?.message : undefined
  const refused = result?.kind === 'refused' ? fieldErrors(result.problem).reason : undefined
  return (
    <fetcher.Form method="post" noValidate className="app-narrow" aria-label={`End: ${what}`}>
      <p tabIndex={-1} ref={question}>
        End “{dutyLabel(duty)}” of {name}? It counts from now. The line stays in the log with your reason.
      </p>
      <LogAnswer result={result} fieldIds={['reason']} labels={labels} />
      <input type="hidden" name="intent" value={logIntents.end} />
      <input type="hidden" name="entryId" value={entryId} />
      <input type="hidden" name="what" value={what} />
      <TextArea
        label={labels.reason}
        name="reason"
        rows={2}
        maxLength={1000}
        hint={`At least ${fewestCharacters} characters, for example that they moved to another hospital`}
        error={fault ?? refused}
      />
      <SubmitButton isPending={isPending} kind="warning" isSmall>
        End it
      </SubmitButton>{' '}
      <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onKeep}>
        Keep it
      </button>
    </fetcher.Form>
  )
}
