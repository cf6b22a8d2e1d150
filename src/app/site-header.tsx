import { Form, Link, NavLink, useLocation } from 'react-router'
import { roleLabel } from '#domain/access/role.ts'
import { paths } from '../data/paths.ts'
import type { Caller } from '../data/session.ts'
import { serviceName } from '../ui/page-heading.tsx'
import { type NavigationItem, navigationFor } from './navigation.ts'

/** The NHS header with the service's name in text: the logo belongs to the NHS and is not ours to ship. */
export function SiteHeader({ caller }: { readonly caller: Caller | null }) {
  const { pathname } = useLocation()
  const items = caller === null ? [] : navigationFor(caller.role)
  return (
    <header className="nhsuk-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <Link className="nhsuk-header__service-name" to={paths.home}>
            {serviceName}
          </Link>
        </div>
        {caller === null ? null : <Account caller={caller} />}
      </div>
      {caller === null ? null : (
        <nav className="nhsuk-header__navigation" aria-label="Menu">
          <div className="nhsuk-header__navigation-container nhsuk-width-container">
            <ul className="nhsuk-header__navigation-list">
              {items.map(({ label, to }) => (
                <li className="nhsuk-header__navigation-item" key={to}>
                  <NavLink className="nhsuk-header__navigation-link" to={to} end={isAnotherInside(to, items, pathname)}>
                    {label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        </nav>
      )}
    </header>
  )
}

/** Only one item is the current one: home, and a page with another of the menu below it, give way to that one. */
function isAnotherInside(to: string, items: readonly NavigationItem[], pathname: string): boolean {
  return to === paths.home || items.some((other) => other.to.startsWith(`${to}/`) && pathname.startsWith(other.to))
}

function Account({ caller }: { readonly caller: Caller }) {
  const place = [roleLabel(caller.role), caller.organisation?.name].filter((part) => part !== undefined).join(', ')
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        <li className="nhsuk-header__account-item">
          <Link className="nhsuk-header__account-link" to={paths.account}>
            {caller.name}
            <span className="app-header-place">{place}</span>
            <span className="nhsuk-u-visually-hidden">: your account</span>
          </Link>
        </li>
        <li className="nhsuk-header__account-item">
          <Form className="nhsuk-header__account-form" method="post" action={paths.signOut}>
            <button type="submit" className="nhsuk-header__account-button">
              Sign out
            </button>
          </Form>
        </li>
      </ul>
    </nav>
  )
}
