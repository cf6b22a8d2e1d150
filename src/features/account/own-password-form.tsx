import { Form, useNavigation } from 'react-router'
import { CurrentPasswordField } from '../../ui/fields/password-fields.tsx'
import { FormRefusal, type Refusal } from '../../ui/form-refusal.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'

const labels = { current: 'Your password' } as const

type OwnPasswordFormProps = {
  readonly refused: Refusal | null
  readonly action: 'begin' | 'remove'
  readonly button: string
  readonly kind: 'primary' | 'warning'
}

/** What changes how an account is opened asks for its password first. */
export function OwnPasswordForm({ refused, action, button, kind }: OwnPasswordFormProps) {
  const isPending = useNavigation().state !== 'idle'
  return (
    <>
      <FormRefusal refused={refused} labels={labels} />
      <Form method="post" noValidate>
        <CurrentPasswordField refused={refused} label={labels.current} />
        <SubmitButton kind={kind} name="do" value={action} isPending={isPending}>
          {button}
        </SubmitButton>
      </Form>
    </>
  )
}
