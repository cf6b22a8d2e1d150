import { Form, useNavigation } from 'react-router'
import { clinicalInstant } from '../../format/dates.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

type RecoveryLinkProps = {
  readonly made: { readonly link: string; readonly expiresAt: string } | null
  readonly name: string
}

/** A way back in for somebody who has lost the password or the second factor. */
export function RecoveryLink({ made, name }: RecoveryLinkProps) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <section className="app-narrow" aria-labelledby="recovery-link">
      <h2 className="nhsuk-heading-m" id="recovery-link">
        Let them back in
      </h2>
      <p>
        With a one-time link {name} sets a new password, which you do not learn. It signs them out everywhere and takes
        their second factor away. First make sure that it is {name} who asks.
      </p>
      {made === null ? null : (
        <Notice kind="success" title="The link is made">
          <p>
            It works once, until {clinicalInstant(made.expiresAt)}, and is shown here only now. Hand it over yourself:
            whoever has it can sign in as {name}.
          </p>
          <TextField label="One-time link" name="link" readOnly defaultValue={made.link} key={made.link} />
        </Notice>
      )}
      <Form method="post">
        <SubmitButton kind="secondary" name="do" value="make-link" isPending={isPending}>
          {made === null ? 'Make a recovery link' : 'Make another; this one is then void'}
        </SubmitButton>
      </Form>
    </section>
  )
}
