import { Link, useLoaderData } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { loadSingleSignOn } from './load-single-sign-on.ts'
import { RoleForm } from './role-form.tsx'
import { SignInRefusal } from './sign-in-refusal.tsx'

/** Where the way back from the provider ends: with a choice of roles, or with why somebody is not signed in. */
export function SingleSignOnPage() {
  const { refusal, roles, name } = useLoaderData<typeof loadSingleSignOn>()
  const { caller } = useSession()
  if (refusal !== null) return <SignInRefusal refusal={refusal} />
  if (roles.length > 1 || (roles.length === 1 && caller === null)) return <RoleForm roles={roles} />
  return (
    <div className="app-narrow">
      <PageHeading title={caller === null ? 'Nothing is waiting here' : 'You are signed in'} />
      {caller === null ? (
        <p>
          <Link to={paths.signIn}>Go to the sign-in page</Link>
        </p>
      ) : (
        <>
          <p>If you came here from a page whose session had ended, close this tab and go back to that page.</p>
          {roles.length === 1 ? <p>{name} tells of one role that you can work in here, which is this one.</p> : null}
          <p>
            <Link to={paths.home}>Go to your home page</Link>
          </p>
        </>
      )}
    </div>
  )
}
