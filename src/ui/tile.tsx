import { Link, type To } from 'react-router'
import { countText } from '../format/counts.ts'

type TileProps = {
  readonly label: string
  readonly count: number
  /** The list behind the number. */
  readonly to: To
  /** Marks a number that somebody must act on; the label says why. */
  readonly isUrgent?: boolean
}

/** A counted link: the number first, because it is what is looked for. */
export function Tile({ label, count, to, isUrgent = false }: TileProps) {
  return (
    <Link className={`app-tile${isUrgent && count > 0 ? ' app-tile--urgent' : ''}`} to={to}>
      <span className="app-tile__count">{countText(count)}</span> <span className="app-tile__label">{label}</span>
    </Link>
  )
}
