import { Form, Link, useNavigation } from 'react-router'
import { paths, withSearch } from '../../data/paths.ts'
import { clinicalDate } from '../../format/dates.ts'
import { patientName } from '../../format/person-name.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import type { findPatient } from './find-patient.ts'

type PatientFinderProps = { readonly answer: Awaited<ReturnType<typeof findPatient>> | undefined }

/** Finds the patient whom somebody asks about by a whole number, as a list of names would show more than is needed. */
export function PatientFinder({ answer }: PatientFinderProps) {
  const isPending = useNavigation().state === 'submitting'
  return (
    <section className="app-narrow app-print-hidden nhsuk-u-margin-bottom-5" aria-labelledby="find-patient">
      <h2 className="nhsuk-heading-s" id="find-patient">
        Who saw a patient
      </h2>
      <ProblemSummary problem={answer?.kind === 'failed' ? answer.problem : null} fieldIds={['number']} />
      <Form method="post" noValidate>
        <TextField
          label="NHS number or hospital number"
          name="number"
          autoComplete="off"
          defaultValue={answer?.number ?? ''}
          error={answer?.kind === 'refused' ? answer.fault : undefined}
        />
        <SubmitButton isPending={isPending} kind="secondary" isSmall>
          Find patient
        </SubmitButton>
      </Form>
      {answer?.kind === 'several' ? (
        <ul>
          {answer.items.map(({ patientId, name, bornOn, organisation }) => (
            <li key={patientId}>
              <Link to={withSearch(paths.accessLog, { patient: patientId })}>{patientName(name)}</Link>, born{' '}
              {clinicalDate(bornOn)}, {organisation.name}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
