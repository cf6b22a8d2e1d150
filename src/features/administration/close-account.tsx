import { Form, useNavigation } from 'react-router'
import type { components } from '#api/schema.ts'
import { SubmitButton } from '../../ui/submit-button.tsx'

/** The end of an account, and its opening again. */
export function CloseAccount({ account }: { readonly account: components['schemas']['Account'] }) {
  const { name, isOpen, version } = account
  const isPending = useNavigation().state !== 'idle'
  return (
    <section className="app-narrow" aria-labelledby="close-account">
      <h2 className="nhsuk-heading-m" id="close-account">
        {isOpen ? 'Close the account' : 'Open the account again'}
      </h2>
      <p>
        {isOpen
          ? `${name} is signed out everywhere at once and cannot sign in again. What they recorded stays.`
          : `${name} can sign in again with the password and the role as they were.`}
      </p>
      <Form method="post">
        <input type="hidden" name="version" value={version} />
        <SubmitButton
          kind={isOpen ? 'warning' : 'secondary'}
          name="do"
          value={isOpen ? 'close' : 'reopen'}
          isPending={isPending}
        >
          {isOpen ? 'Close this account' : 'Open this account'}
        </SubmitButton>
      </Form>
    </section>
  )
}
