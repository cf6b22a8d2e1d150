import { useState } from 'react'
import type { components } from '#api/schema.ts'
import { careRoles } from '#domain/access/care-role.ts'
import { roleLabel } from '#domain/access/role.ts'
import { pathTo } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { patientName } from '../../format/person-name.ts'
import { DateField } from '../../ui/fields/date-field.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { fewestCharacters } from './change-named-people.ts'
import { NamingAnswer } from './naming-answer.tsx'
import { useNaming } from './use-naming.ts'

type Schemas = components['schemas']

type NamePersonProps = {
  readonly patient: Schemas['Patient']
  readonly candidates: readonly Schemas['NamedRoleCandidate'][]
  readonly onDone: (words: string) => void
}

const labels = {
  accountId: 'Person',
  careRole: 'What the person is to the patient',
  startsOn: 'First day',
  endsOn: 'Last day (needed for cover)',
  reason: 'Why the person is named',
} as const

/** Names a clinician of the organisation on the patient. What was typed stays until it is recorded. */
export function NamePersonForm({ patient, candidates, onDone }: NamePersonProps) {
  const { today } = useSession()
  const [idempotencyKey] = useState(() => crypto.randomUUID())
  const { Form, result, isPending, errorOf } = useNaming(onDone)
  const [accountId, setAccountId] = useState('')
  const chosen = candidates.find((each) => each.accountId === accountId)
  const choices = careRoles.filter(({ careRole }) =>
    (chosen ? [chosen] : candidates).some((each) => each.careRoles.includes(careRole)),
  )
  return (
    <Form
      method="post"
      action={pathTo.patientNamed(patient.patientId)}
      noValidate
      className="app-narrow"
      aria-label="Name a person"
    >
      <p>
        From the first day to the last the person sees {patientName(patient.name)} and works with the record as a member
        of the team does.
      </p>
      <NamingAnswer result={result} labels={labels} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <SelectField
        label={labels.accountId}
        name="accountId"
        emptyLabel="Choose a person"
        choices={candidates.map((each) => ({ value: each.accountId, label: `${each.name} (${roleLabel(each.role)})` }))}
        value={accountId}
        onChange={(event) => setAccountId(event.currentTarget.value)}
        error={errorOf('accountId')}
      />
      <RadioList
        label={labels.careRole}
        name="careRole"
        choices={choices.map(({ careRole, label }) => ({ value: careRole, label }))}
        error={errorOf('careRole')}
      />
      <DateField
        label={labels.startsOn}
        name="startsOn"
        hint="Today or later."
        defaultValue={today}
        error={errorOf('startsOn')}
      />
      <DateField
        label={labels.endsOn}
        name="endsOn"
        hint="The person still sees the patient on this day."
        error={errorOf('endsOn')}
      />
      <TextArea
        label={labels.reason}
        name="reason"
        rows={2}
        maxLength={1000}
        hint={`At least ${fewestCharacters} characters, for example whom the person covers for`}
        error={errorOf('reason')}
      />
      <SubmitButton isPending={isPending} isSmall>
        Name this person
      </SubmitButton>
    </Form>
  )
}
