import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { newPasswordFaults } from '../../data/new-password-faults.ts'
import { paths } from '../../data/paths.ts'
import { signOutAtProvider } from '../../data/single-sign-on.ts'
import { attempt } from '../../data/unwrap.ts'

/** What the buttons of the page do; each says which it is in the field "do". */
export async function changeAccount({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  switch (text('do')) {
    case 'end-session': {
      const ended = await attempt(
        api.DELETE('/account/sessions/{sessionId}', { params: { path: { sessionId: text('sessionId') } } }),
      )
      if (!ended.ok) return { kind: 'sessions-refused', problem: ended.problem } as const
      return { kind: 'session-ended' } as const
    }
    case 'end-all': {
      const ended = await attempt(api.DELETE('/account/sessions'))
      if (!ended.ok) return { kind: 'sessions-refused', problem: ended.problem } as const
      await signOutAtProvider()
      return redirect(paths.signIn)
    }
    default:
      return changePassword(text('current'), text('password'), text('repeated'))
  }
}

async function changePassword(current: string, password: string, repeated: string) {
  const faults = [
    ...(current === '' ? [{ fieldId: 'current', message: 'Enter the password you have now' }] : []),
    ...newPasswordFaults(password, repeated),
  ]
  if (faults.length > 0) return { kind: 'password-refused', faults, problem: null } as const
  const changed = await attempt(api.PUT('/account/password', { body: { current, password } }))
  if (!changed.ok) return { kind: 'password-refused', faults: [], problem: changed.problem } as const
  return { kind: 'password-changed', at: Date.now() } as const
}
