import { Link, useLoaderData } from 'react-router'
import { paths, withSearch } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { isMember } from '../../data/team-membership.ts'
import { counted, countText } from '../../format/counts.ts'
import { proseDate } from '../../format/dates.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { NoTeamNotice } from '../../ui/no-team-notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { attentionColumns } from './attention-columns.tsx'
import { behindColumns } from './behind-columns.tsx'
import { homeTiles, type TileName } from './home-tiles.ts'
import type { loadHome } from './load-home.ts'
import { TileList } from './tile-list.tsx'

/** What needs the caller today: numbers that open their lists, then the referrals that cannot wait. */
export function HomePage() {
  const { tiles, attention, behind, teams } = useLoaderData<typeof loadHome>()
  const { caller, today } = useSession()
  const isInNoTeam = teams !== null && !teams.some((team) => isMember(team, caller))
  const worksWithReferrals = tiles.some(({ tile }) => tile === 'openReferrals' || tile === 'overdueReferrals')
  const countOf = (name: TileName) => tiles.find(({ tile }) => tile === name)?.count ?? 0
  const waiting = countOf('overdueReferrals') + countOf('dueReferrals')
  return (
    <>
      <PageHeading title="What needs you today" caption={proseDate(today)} documentTitle="Home" />
      {isInNoTeam ? <NoTeamNotice /> : null}
      {tiles.length === 0 ? (
        <EmptyState title="Nothing is counted for your role">
          <p>{caller === null ? 'Sign in to see your work.' : 'Use the menu to open what you may see.'}</p>
        </EmptyState>
      ) : (
        <TileList tiles={tiles} />
      )}
      {behind === null || behind.length === 0 ? null : (
        <>
          <DataTable
            caption="Trials furthest behind target"
            isDense
            columns={behindColumns}
            rows={behind}
            rowId={({ trialId }) => trialId}
          />
          {behind.length < countOf('trialsBehindTarget') ? (
            <p>
              <Link to={homeTiles.trialsBehindTarget.to}>
                Show all {countText(countOf('trialsBehindTarget'))} trials behind target
              </Link>
            </p>
          ) : null}
        </>
      )}
      {worksWithReferrals ? (
        <section aria-labelledby="attention">
          <h2 className="nhsuk-heading-m" id="attention">
            Referrals that cannot wait
          </h2>
          {attention.length === 0 ? (
            <EmptyState title="No referral is due or overdue">
              <p>New ones appear here as their day comes.</p>
            </EmptyState>
          ) : (
            <>
              <DataTable
                caption="Referrals that cannot wait, the most overdue first"
                isCaptionHidden
                columns={attentionColumns}
                rows={attention}
                rowId={(row) => row.referralId}
              />
              {attention.length < waiting ? (
                <p>
                  The {countText(attention.length)} most overdue of {countText(waiting)} are shown.{' '}
                  <Link to={withSearch(paths.referrals, { clock: ['due', 'overdue', 'escalated'] })}>
                    Show all {counted(waiting, 'referral')} that cannot wait
                  </Link>
                </p>
              ) : null}
            </>
          )}
        </section>
      ) : null}
    </>
  )
}
