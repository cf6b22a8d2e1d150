import { useState } from 'react'
import { Form, Link, useActionData, useNavigation } from 'react-router'
import { emergencyAccessHours, emergencyReasons } from '#domain/access/emergency-access.ts'
import { paths } from '../../data/paths.ts'
import { fieldErrors } from '../../data/problem.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { openRecord } from './open-record.ts'
import { fewestCharacters } from './read-opening.ts'

const labels = {
  nhsNumber: 'NHS number',
  bornOn: 'Date of birth',
  reasonCode: 'Why do you open this record?',
  reason: 'The reason in your own words',
} as const

/** Opens one record of a patient of another team. What was typed stays on the page until the record is open. */
export function OpenRecordPage() {
  const answer = useActionData<typeof openRecord>()
  const isPending = useNavigation().state !== 'idle'
  const faults = answer?.kind === 'faulty' ? answer.faults : []
  const problem = answer?.kind === 'refused' ? answer.problem : null
  const idempotencyKey = useKeyOf(answer)
  const refused = fieldErrors(problem)
  const errorOf = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.message ?? refused[field]
  return (
    <div className="app-narrow">
      <p>
        <Link to={paths.patients}>Back to patients</Link>
      </p>
      <PageHeading title="Open a record of another team" />
      <p>
        For a patient of your organisation whom your teams do not look after. Name the patient exactly; nobody can be
        looked up here.
      </p>
      <ErrorSummary faults={faults} attempt={answer} />
      <ProblemSummary problem={problem} fieldIds={Object.keys(labels)} labels={labels} />
      <Form method="post" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <TextField
          label={labels.nhsNumber}
          name="nhsNumber"
          hint="10 digits, for example 999 000 0018"
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
          error={errorOf('nhsNumber')}
        />
        <DateField label={labels.bornOn} name="bornOn" example="1961-03-27" error={errorOf('bornOn')} />
        <RadioList
          label={labels.reasonCode}
          name="reasonCode"
          choices={emergencyReasons.map(({ code, label }) => ({ value: code, label }))}
          error={errorOf('reasonCode')}
        />
        <TextArea
          label={labels.reason}
          name="reason"
          rows={3}
          maxLength={1000}
          hint={`At least ${fewestCharacters} characters. The privacy officer reads it.`}
          error={errorOf('reason')}
        />
        <section aria-labelledby="what-it-does">
          <h2 className="nhsuk-heading-s" id="what-it-does">
            If you open this record
          </h2>
          <ul>
            <li>it is open to you for {emergencyAccessHours} hours, and says so on every page of it</li>
            <li>that you opened it is recorded with your name, the time and your reason</li>
            <li>the privacy officer is told at once and looks at whether it was justified</li>
            <li>the team that looks after the patient sees that you opened it</li>
          </ul>
        </section>
        <SubmitButton isPending={isPending} kind="warning">
          Open this record
        </SubmitButton>
      </Form>
    </div>
  )
}

/**
 * One key for one request: sent twice it opens the record once. What was refused may be sent with other content, which is
 * another request; what was not answered may have been done, and stays the same one.
 */
function useKeyOf(answer: ReturnType<typeof useActionData<typeof openRecord>>): string {
  const [key, setKey] = useState(() => ({ answer, value: crypto.randomUUID() as string }))
  if (key.answer !== answer) {
    const isUnanswered = answer?.kind === 'refused' && answer.problem.status === 0
    setKey({ answer, value: isUnanswered ? key.value : crypto.randomUUID() })
  }
  return key.value
}
