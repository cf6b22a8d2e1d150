import { Link, useLocation } from 'react-router'
import { paths } from '../data/paths.ts'

const lists = [
  [paths.patients, 'Back to patients'],
  [paths.trials, 'Back to trials'],
  [paths.referrals, 'Back to referrals'],
  [paths.recruitment, 'Back to recruitment'],
  [paths.accounts, 'Back to accounts'],
  [paths.organisations, 'Back to organisations'],
] as const

/** From a single thing to the list it stands in; from anywhere else to the home page. */
export function WayBack() {
  const { pathname } = useLocation()
  const [to, label] = lists.find(([list]) => pathname.startsWith(`${list}/`)) ?? [paths.home, 'Go to the home page']
  return (
    <p>
      <Link to={to}>{label}</Link>
    </p>
  )
}
