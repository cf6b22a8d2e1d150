import { Link } from 'react-router'
import { paths } from '../../data/paths.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'

/** The ways in without the app, shown this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <div className="app-narrow">
      <PageHeading title="Keep your recovery codes" />
      <Notice kind="success" title="Your second factor is on">
        <p>Everywhere else you have been signed out.</p>
      </Notice>
      <p>
        Should you lose the device with the app, each of these lets you in once in place of a code. They are shown only
        now: print them or write them down, and keep them away from your password.
      </p>
      <ul>
        {codes.map((code) => (
          <li key={code} className="app-secret">
            {code}
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.home}>I have kept them: go to the home page</Link>
      </p>
    </div>
  )
}
