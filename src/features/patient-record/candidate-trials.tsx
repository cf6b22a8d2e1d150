import { useLayoutEffect } from 'react'
import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths } from '../../data/paths.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { CandidateCard, whyId } from './candidate-card.tsx'
import type { OverrideResult } from './change-override.ts'
import { type Candidate, groupCandidates, groupId } from './group-candidates.ts'
import { useLinkedTrial } from './linked-trial.ts'
import { LinkedTrialNotice } from './linked-trial-notice.tsx'
import { NoLongerOffered } from './no-longer-offered.tsx'
import { notMatchedText, notMatchedTitle } from './not-matched-words.ts'
import { TravelLimitLine } from './travel-limit-line.tsx'
import { useOverrideFetcher } from './use-override-fetcher.ts'
import { LeftOutByWish } from './wish-notices.tsx'

type CandidateTrialsProps = {
  readonly patient: Pick<components['schemas']['Patient'], 'patientId' | 'isSensitive' | 'researchWishes'>
  readonly list: components['schemas']['CandidateList']
}

/** The trials that could fit, by what the data held say of them; none is hidden, those that do not fit are closed. */
export function CandidateTrials({ patient, list }: CandidateTrialsProps) {
  const { patientId, isSensitive, researchWishes } = patient
  const { asOf, orderingRule, candidates, baskets, notMatched, unmappedTrials } = list
  const { checked, toRead } = groupCandidates(candidates)
  const workedId = useOverrideFetcher(patientId).data?.trialId ?? null
  const linkedId = useLinkedTrial()
  const inHandIds = [workedId, linkedId].filter((trialId) => trialId !== null)
  const isAnyLeftOut = researchWishes.some(({ trial }) => trial !== null)
  const changed = useChangedTrial(patientId)
  return (
    <section className="app-beside__main" aria-labelledby="candidate-trials">
      <div className="app-candidates-head">
        <h2 className="nhsuk-heading-s" id="candidate-trials">
          Candidate trials
        </h2>
        {isSensitive ? null : <TravelLimitLine patientId={patientId} limit={list.travelLimit} />}
      </div>
      <p className="app-card__line app-card__source app-ordering-rule">
        On the data held on {clinicalDate(asOf)}. {orderingRule}
      </p>
      <LinkedTrialNotice linkedId={linkedId} listed={[...candidates, ...baskets, ...notMatched]} />
      <NoLongerOffered patientId={patientId} lost={list.noLongerOffered} />
      <StatusMessage isHidden={changed === null}>{changed === null ? '' : changedText(changed)}</StatusMessage>
      {candidates.length === 0 ? (
        <NoCandidates hasBaskets={baskets.length > 0} notMatched={notMatched} isAnyLeftOut={isAnyLeftOut} />
      ) : null}
      {checked.map(({ outcome, candidates: trials }) => (
        <section key={outcome} aria-labelledby={groupId(outcome)}>
          <h3 className="nhsuk-heading-xs nhsuk-u-margin-bottom-1" id={groupId(outcome)} tabIndex={-1}>
            {`${outcomeWords[outcome].label} (${countText(trials.length)})`}
          </h3>
          <Cards patientId={patientId} candidates={trials} />
        </section>
      ))}
      <ClosedGroup
        patientId={patientId}
        id={groupId('toRead')}
        title="Criteria to read"
        summary={`Criteria to read: ${counted(toRead.length, 'trial')}`}
        candidates={toRead}
        isOpen={toRead.length <= mostShownOpen}
        inHandIds={inHandIds}
      />
      <ClosedGroup
        patientId={patientId}
        id={groupId('notMatched')}
        title={notMatchedTitle(notMatched)}
        candidates={notMatched}
        inHandIds={inHandIds}
      />
      <ClosedGroup
        patientId={patientId}
        id={groupId('baskets')}
        title="Trials for any cancer"
        summary={basketSummary(baskets)}
        candidates={baskets}
        inHandIds={inHandIds}
      />
      <LeftOutByWish wishes={researchWishes} />
      {unmappedTrials === 0 ? null : (
        <Notice kind="information" title="Some open trials have to be checked by hand">
          <p>
            The condition of {counted(unmappedTrials, 'open trial')} leads to no cancer type on the list.{' '}
            <Link to={paths.trials}>Search the trial catalogue</Link>
          </p>
        </Notice>
      )}
    </section>
  )
}

function basketSummary(baskets: readonly Candidate[]): string {
  const unfit = baskets.filter(({ outcome }) => outcome === 'notMatched').length
  const title = `Trials for any cancer (${countText(baskets.length)})`
  return unfit === 0 ? title : `${title}, ${countText(unfit)} of them not matched`
}

type NoCandidatesProps = {
  readonly hasBaskets: boolean
  readonly notMatched: readonly Candidate[]
  /** By the patient’s wish. */
  readonly isAnyLeftOut: boolean
}

function NoCandidates({ hasBaskets, notMatched, isAnyLeftOut }: NoCandidatesProps) {
  return (
    <EmptyState
      title={
        notMatched.length === 0
          ? `No ${isAnyLeftOut ? 'other ' : ''}open trial is known for this cancer type`
          : `No open trial is left: ${notMatchedText(notMatched)}`
      }
    >
      <p>
        {hasBaskets ? 'Look at the trials for any cancer below, or ' : 'You can also '}
        <Link to={paths.trials}>search all trials, open and closed</Link>.
      </p>
    </EmptyState>
  )
}

type Changed = Extract<OverrideResult, { kind: 'changed' }>

/** The trial on which a verdict was just set or withdrawn, once the lists follow it; the focus goes to where it is now. */
function useChangedTrial(patientId: string): Changed | null {
  const { data, state } = useOverrideFetcher(patientId)
  const changed = state === 'idle' && data?.kind === 'changed' ? data : null
  useLayoutEffect(() => {
    if (changed !== null) document.getElementById(whyId(changed.trialId))?.focus()
  }, [changed])
  return changed
}

function changedText({ title, outcomeLabel, isWithdrawn }: Changed): string {
  return `Verdict ${isWithdrawn ? 'withdrawn' : 'set'}. ${title}: ${outcomeLabel}.`
}

/** A few trials to read can stand open below the others; more would be a page of their own. */
const mostShownOpen = 3

type ClosedGroupProps = {
  readonly patientId: string
  /** Of what opens the group. */
  readonly id: string
  readonly title: string
  readonly candidates: readonly Candidate[]
  /** What the closed group says; otherwise its title with the number. */
  readonly summary?: string
  /** Open from the start. */
  readonly isOpen?: boolean
  /** The trials that somebody is at work on or was sent to: their groups stay open. */
  readonly inHandIds: readonly string[]
}

function ClosedGroup({ patientId, id, title, candidates, isOpen = false, inHandIds, ...props }: ClosedGroupProps) {
  const { summary = `${title} (${countText(candidates.length)})` } = props
  if (candidates.length === 0) return null
  return (
    <details className="nhsuk-details" open={isOpen || candidates.some(({ trialId }) => inHandIds.includes(trialId))}>
      <summary className="nhsuk-details__summary" id={id}>
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">
        <h3 className="nhsuk-heading-s">{title}</h3>
        <Cards patientId={patientId} candidates={candidates} />
      </div>
    </details>
  )
}

function Cards({ patientId, candidates }: { patientId: string; candidates: readonly Candidate[] }) {
  return candidates.map((candidate) => (
    <CandidateCard key={candidate.trialId} patientId={patientId} candidate={candidate} />
  ))
}
