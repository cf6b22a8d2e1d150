import { Link } from 'react-router'
import { paths } from '../../data/paths.ts'
import type { SingleSignOn } from '../../data/single-sign-on.ts'

/** In place of a password: where the account comes from, and the way to another role that it has there. */
export function RoleAtProvider({ singleSignOn: { name, roles } }: { readonly singleSignOn: SingleSignOn }) {
  return (
    <section aria-labelledby="at-provider">
      <h2 className="nhsuk-heading-m" id="at-provider">
        How you sign in
      </h2>
      <p>You sign in with {name}. Your role comes from there, and this service holds no password of yours.</p>
      {roles.length > 1 ? (
        <p>
          <Link to={paths.singleSignOn}>Change to another of your roles</Link>
        </p>
      ) : null}
    </section>
  )
}
