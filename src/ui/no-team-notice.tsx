import { Link } from 'react-router'
import { paths } from '../data/paths.ts'
import { Notice } from './notice.tsx'

/** For a clinician whose list is empty because nobody has made them a member of a team: it is not that there are no patients. */
export function NoTeamNotice() {
  return (
    <Notice kind="warning" title="You are in no clinical team yet">
      <p>
        You see the patients of the teams that you are a member of, and those on whom you are named. Ask your
        information officer to add you to a team. In an emergency you can{' '}
        <Link to={paths.emergencyAccess}>open one record of another team</Link>.
      </p>
    </Notice>
  )
}
