import { Link } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { type SingleSignOn, singleSignOnStart } from '../../data/single-sign-on.ts'
import { PageHeading } from '../../ui/page-heading.tsx'

/** Why somebody is not signed in, what their account has, whom to ask, and the way back. */
export function SignInRefusal({ refusal }: { readonly refusal: NonNullable<SingleSignOn['refusal']> }) {
  const { title, detail, remedy, heldRoles } = refusal
  const { caller } = useSession()
  return (
    <div className="app-narrow">
      <PageHeading title={title} />
      <p>{detail}</p>
      {heldRoles.length === 0 ? null : (
        <>
          <h2 className="nhsuk-heading-s">What your account has</h2>
          <ul>
            {heldRoles.map((held) => (
              <li key={held}>{held}</li>
            ))}
          </ul>
        </>
      )}
      <h2 className="nhsuk-heading-s">What to do</h2>
      <p>{remedy}</p>
      {caller === null ? null : (
        <p>
          You are still signed in as {caller.name}. <Link to={paths.home}>Go to your home page</Link>
        </p>
      )}
      <p>
        <a className="nhsuk-button" href={singleSignOnStart(paths.home)}>
          Try again
        </a>
      </p>
      <p>
        <Link to={paths.signIn}>Back to the sign-in page</Link>
      </p>
    </div>
  )
}
