import { useEffect, useState } from 'react'
import { paths } from '../data/paths.ts'
import { useSession } from '../data/session.ts'
import { pageMemory } from '../data/session-end.ts'
import { readSingleSignOn, singleSignOnStart } from '../data/single-sign-on.ts'
import { readCaller } from './session-expiry.ts'

/**
 * Signing in again with single sign-on over a page that is kept: in another tab, because the way to the provider would
 * take this page away. `onSignedIn` is told whose account it is.
 */
export function SignInElsewhere({ onSignedIn }: { readonly onSignedIn: (accountId: string) => void }) {
  const before = useSession().caller
  const [name, setName] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    let isDrawn = true
    void readSingleSignOn().then((found) => isDrawn && setName(found.name))
    return () => {
      isDrawn = false
    }
  }, [])
  if (name === null) return null

  async function goOn() {
    const now = await readCaller()
    if (now === null) return setMissing(true)
    const isSame = now.role === before?.role && now.organisation?.organisationId === before.organisation?.organisationId
    // What the page shows was meant for another role.
    if (!isSame) return pageMemory.empty(paths.home)
    onSignedIn(now.accountId)
  }

  return (
    <>
      <p>
        <a className="nhsuk-button" href={singleSignOnStart(paths.singleSignOn)} target="_blank" rel="noreferrer">
          Sign in with {name} (opens in a new tab)
        </a>
      </p>
      <p role="status">
        {isMissing ? 'Nobody is signed in yet. Finish signing in in the other tab, then continue.' : ''}
      </p>
      <p>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={() => void goOn()}>
          I have signed in: continue
        </button>
      </p>
      <p>Or sign in with a password:</p>
    </>
  )
}
