import { Form, useNavigation } from 'react-router'
import { CurrentPasswordField, NewPasswordFields, newPasswordLabels } from '../../ui/fields/password-fields.tsx'
import { FormRefusal, type Refusal } from '../../ui/form-refusal.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const labels = { current: 'Password you have now', ...newPasswordLabels } as const

/** Changing one's own password. */
export function PasswordForm({ refused }: { readonly refused: Refusal | null }) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <section className="app-narrow" aria-labelledby="change-password">
      <h2 className="nhsuk-heading-m" id="change-password">
        Change your password
      </h2>
      <FormRefusal refused={refused} labels={labels} />
      <Form method="post" noValidate>
        <CurrentPasswordField refused={refused} label={labels.current} />
        <NewPasswordFields refused={refused} />
        <SubmitButton name="do" value="change-password" isPending={isPending}>
          Change password
        </SubmitButton>
      </Form>
    </section>
  )
}
