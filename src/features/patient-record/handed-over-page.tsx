import { Link, useLoaderData } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { isMember } from '../../data/team-membership.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import type { loadHandedOver } from './load-handed-over.ts'

/** What came of handing a patient over: who looks after the patient now, and what that means for whoever did it. */
export function HandedOverPage() {
  const team = useLoaderData<typeof loadHandedOver>()
  const { caller } = useSession()
  return (
    <>
      <PageHeading title="The patient has been handed over" documentTitle="Handed over" />
      <Notice kind="success" title={`${team.name} looks after the patient from today on`}>
        <p>
          {isMember(team, caller)
            ? 'You are a member of this team: the record stays open to you.'
            : 'You are no member of this team: the record is closed to you now.'}
        </p>
      </Notice>
      <p>
        <Link to={paths.patients}>All patients</Link>
      </p>
    </>
  )
}
