import type { LoaderFunctionArgs } from 'react-router'
import { readSingleSignOn, singleSignOnStart } from '../../data/single-sign-on.ts'
import { returnPath } from './return-path.ts'

/** What single sign-on is called and where it begins; null where none is offered. */
export async function loadSignIn({ request, url }: LoaderFunctionArgs) {
  const { name } = await readSingleSignOn(request.signal)
  return { singleSignOn: name === null ? null : { name, start: singleSignOnStart(returnPath(url.searchParams)) } }
}
