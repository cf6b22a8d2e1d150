import type { ActionFunctionArgs } from 'react-router'
import { giveCode } from './give-code.ts'
import { signIn } from './sign-in.ts'

/** The password first, and then the code where the account asks for one. */
export async function signInSteps({ request, url }: ActionFunctionArgs) {
  const form = await request.formData()
  return form.get('do') === 'give-code' ? giveCode(form, url) : signIn(form, url)
}
