import { Form, useNavigation } from 'react-router'
import { inGroups } from '#domain/access/time-code.ts'
import { type ApiProblem, fieldErrors } from '../../data/problem.ts'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { QrCode } from './qr-code.tsx'

const labels = { code: 'Code that your app shows' } as const

type ConfirmCodeProps = {
  readonly shown: { readonly secret: string; readonly link: string }
  readonly faults: readonly FieldFault[]
  readonly problem: ApiProblem | null
}

/** The secret, as a picture, a link and text, and the first code of it. */
export function ConfirmCode({ shown: { secret, link }, faults, problem }: ConfirmCodeProps) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <div className="app-narrow">
      <ErrorSummary faults={faults} attempt={problem ?? faults} />
      <ProblemSummary problem={problem} fieldIds={Object.keys(labels)} labels={labels} />
      <PageHeading title="Add this service to your app" />
      <p>Scan the picture with your app. It is shown only now.</p>
      <QrCode text={link} label="QR code of the secret for your app" />
      <p>
        On the device that has the app, <a href={link}>open the app with this link</a>. Or type this secret into it:
      </p>
      <p>
        <strong className="app-secret">{inGroups(secret)}</strong>
      </p>
      <Form method="post" noValidate>
        <input type="hidden" name="secret" value={secret} />
        <input type="hidden" name="link" value={link} />
        <TextField
          label={labels.code}
          name="code"
          autoComplete="one-time-code"
          inputMode="numeric"
          hint="Six digits, which change every half minute"
          error={faults[0]?.message ?? fieldErrors(problem).code}
        />
        <SubmitButton name="do" value="confirm" isPending={isPending}>
          Turn the second factor on
        </SubmitButton>
      </Form>
    </div>
  )
}
