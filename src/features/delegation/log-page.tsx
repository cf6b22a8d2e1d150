import { useCallback, useRef, useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import { paths, pathTo } from '../../data/paths.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { AddDelegation } from './add-delegation-form.tsx'
import { DutyMeanings } from './duty-meanings.tsx'
import type { loadLog } from './load-log.ts'
import { LogTable } from './log-table.tsx'
import { PastLines } from './past-lines.tsx'
import { useLogChange } from './use-log-change.ts'
import { WaitingNotice } from './waiting-notice.tsx'

/** Who may do what on one trial at the own site: the lines of today and to come, a form for one more, and past ones. */
export function LogPage() {
  const { trial } = useLoaderData<typeof loadLog>()
  return <Log key={trial.trialId} />
}

function Log() {
  const { trial, organisation, items, candidates, waiting } = useLoaderData<typeof loadLog>()
  const heading = useRef<HTMLHeadingElement>(null)
  const [words, setWords] = useState<string | null>(null)
  // The row with the button is gone, or the form is a new one: the list takes the focus.
  const tell = useCallback((said: string) => {
    setWords(said)
    heading.current?.focus()
  }, [])
  // Asked for here, because the row that asks is gone once its line has ended.
  const ending = useLogChange(tell)
  const lines = items.filter(({ state }) => state !== 'past')
  const past = items.filter(({ state }) => state === 'past')
  return (
    <>
      <PageHeading title={`Delegation log: ${trial.title}`} caption={`${trial.registryId}, ${organisation.name}`}>
        <Link to={pathTo.trial(trial.trialId)}>Trial</Link>
        <Link to={paths.delegation}>All delegation logs</Link>
      </PageHeading>
      <WaitingNotice count={waiting} />
      <section aria-labelledby="on-the-log" className="nhsuk-u-margin-bottom-6">
        <h2 className="nhsuk-heading-m" id="on-the-log" tabIndex={-1} ref={heading}>
          On the log
        </h2>
        <StatusMessage isHidden={words === null}>{words}</StatusMessage>
        {lines.length === 0 ? (
          <EmptyState title="Nobody is on this log">
            <p>
              Until somebody is, nobody at your site sees the referrals to this trial.
              {candidates.length === 0 ? ' Ask an administrator of your organisation to put somebody on it.' : null}
            </p>
          </EmptyState>
        ) : (
          <LogTable lines={lines} ending={ending} />
        )}
      </section>
      {candidates.length === 0 ? null : <AddDelegation candidates={candidates} onDone={tell} />}
      <DutyMeanings />
      {past.length === 0 ? null : <PastLines lines={past} />}
    </>
  )
}
