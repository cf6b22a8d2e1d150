import { Link } from 'react-router'
import { countText } from '../format/counts.ts'
import { focusTarget } from './focus-target.ts'

export type CountLink = {
  readonly label: string
  readonly count: number
  /** The element of this page where what is counted begins; it has to take focus. */
  readonly targetId: string
  /** What the address asks for from then on; without it the address stays as it is. */
  readonly search?: string
}

type CountLinksProps = { readonly label: string; readonly links: readonly CountLink[] }

/** How many there are of each kind, in one line, each number the way to what it counts. Nothing leads to a zero. */
export function CountLinks({ label, links }: CountLinksProps) {
  return (
    <nav className="app-count-links" aria-label={label}>
      <ul className="app-count-links__list">
        {links.map((link) => (
          <li key={link.label}>
            {link.count === 0 ? (
              <Counted {...link} />
            ) : (
              <Link to={`${link.search ?? ''}#${link.targetId}`} onClick={() => focusTarget(link.targetId)}>
                <Counted {...link} />
              </Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Counted({ count, label }: Pick<CountLink, 'count' | 'label'>) {
  return (
    <>
      <strong>{countText(count)}</strong> {label}
    </>
  )
}
