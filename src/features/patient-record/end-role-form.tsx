import { useLayoutEffect, useRef, useState } from 'react'
import type { components } from '#api/schema.ts'
import { careRoleLabel } from '#domain/access/care-role.ts'
import { pathTo } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { fewestCharacters } from './change-named-people.ts'
import { NamingAnswer } from './naming-answer.tsx'
import type { NamingForm } from './use-naming.ts'

type Schemas = components['schemas']

type EndRoleProps = {
  readonly patient: Schemas['Patient']
  readonly line: Schemas['NamedRole']
  /** Outlives this form, whose line leaves the list with the answer. */
  readonly ending: NamingForm
  readonly onKeep: () => void
}

const labels = { reason: 'Why it ends' } as const

/** Asks why a role ends, and says what it means: most of all to somebody who gives up the only way in. */
export function EndRoleForm({ patient, line, ending, onKeep }: EndRoleProps) {
  const { namedRoleId, accountId, name, careRole } = line
  const { caller } = useSession()
  const { Form, isPending } = ending
  // An answer that was there when the form opened belongs to another line.
  const [before] = useState(ending.result)
  const isOld = ending.result === before
  const question = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => question.current?.focus(), [])
  const { kind, careRoles } = patient.relationship
  const closesRecord = kind === 'namedRole' && careRoles.length <= 1 && accountId === caller?.accountId
  const what = `${name}, ${careRoleLabel(careRole)}`
  return (
    <Form
      method="post"
      action={pathTo.patientNamed(patient.patientId)}
      noValidate
      className="app-narrow"
      aria-label={`End: ${what}`}
    >
      <p tabIndex={-1} ref={question}>
        End “{careRoleLabel(careRole)}” of {name}? It counts from now and stays on the list with your reason.
        {closesRecord ? ' You are not in the team: the record closes for you at once.' : null}
      </p>
      <NamingAnswer result={isOld ? undefined : ending.result} labels={labels} />
      <input type="hidden" name="namedRoleId" value={namedRoleId} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="closesRecord" value={closesRecord ? 'yes' : 'no'} />
      <TextArea
        label={labels.reason}
        name="reason"
        rows={2}
        maxLength={1000}
        hint={`At least ${fewestCharacters} characters, for example that a colleague takes over`}
        error={isOld ? undefined : ending.errorOf('reason')}
      />
      <SubmitButton isPending={isPending} kind="warning" isSmall>
        End it
      </SubmitButton>{' '}
      <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onKeep}>
        Keep it
      </button>
    </Form>
  )
}
