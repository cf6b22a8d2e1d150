import { NavLink, type To } from 'react-router'

type LinkTabsProps = {
  readonly label: string
  readonly tabs: readonly { readonly label: string; readonly to: To }[]
}

/** Pages beside each other, as links; the current one is marked for everybody by `aria-current`. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav className="app-tabs" aria-label={label}>
      <ul className="app-tabs__list">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <NavLink className="app-tabs__link" to={tab.to} end>
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
