import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Link, useFetcher } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { counted } from '../../format/counts.ts'
import { phaseText } from '../../format/phases.ts'
import { OutcomeTag } from '../../ui/outcome-tag.tsx'
import { ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { SetByClinicianTag } from '../../ui/set-by-clinician-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AnswerHistory } from './answer-history.tsx'
import { candidateSentences, criteriaCount, criteriaText } from './candidate-sentences.ts'
import { CandidateSites } from './candidate-sites.tsx'
import { ChangeNote } from './change-note.tsx'
import { notMetForNowTexts } from './cohort-sentences.ts'
import { CriterionVerdicts } from './criterion-verdicts.tsx'
import type { Candidate } from './group-candidates.ts'
import { useLinkedTrial } from './linked-trial.ts'
import type { loadTrialVerdict } from './load-trial-verdict.ts'
import { ReferOrTrack } from './refer-or-track.tsx'
import { useOverrideFetcher } from './use-override-fetcher.ts'

type CandidateCardProps = { readonly patientId: string; readonly candidate: Candidate }

/** One trial for this patient: what the data say and why, where it is open, the way to refer, and the reasons on request. */
export function CandidateCard({ patientId, candidate }: CandidateCardProps) {
  const { today } = useSession()
  const headingId = useId()
  const { trialId, title, registryId, phases, recruitmentStatus } = candidate
  return (
    <article className="nhsuk-card app-candidate" aria-labelledby={headingId}>
      <div className="nhsuk-card__content app-card">
        <h4 className="nhsuk-card__heading nhsuk-heading-xs" id={headingId}>
          <Link to={pathTo.trial(trialId)}>{title}</Link>
        </h4>
        <p className="app-card__line app-card__tags">
          <OutcomeTag outcome={candidate.outcome} label={candidate.outcomeLabel} />{' '}
          {recruitmentStatus === 'open' ? null : <RecruitmentStatusTag status={recruitmentStatus} />}{' '}
          <SetByClinicianTag isSet={candidate.criteria.setByClinician > 0} />{' '}
          {candidate.isDemonstration ? <Tag colour="white">Demonstration trial</Tag> : null}{' '}
          <span className="app-card__source">
            <span className="app-nowrap">
              {registryId}, {phaseText(phases)}
            </span>
            {candidate.cohort === null ? '.' : `, cohort: ${candidate.cohort}.`}
          </span>{' '}
          <span className="app-card__source">{criteriaText(candidate)}</span>
        </p>
        <ChangeNote change={candidate.change} />
        <DecisiveItems sentences={candidateSentences(candidate, today)} />
        <NotMetForNow texts={notMetForNowTexts(candidate)} />
        <div className="app-card__actions">
          <CandidateSites sites={candidate.sites} because={candidate.because} />
          <ReferOrTrack patientId={patientId} candidate={candidate} />
          <AnswerHistory patientId={patientId} trial={candidate} />
          <Why patientId={patientId} candidate={candidate} />
        </div>
      </div>
    </article>
  )
}

/** The button that opens the criteria of a trial. */
export const whyId = (trialId: string) => `why-${trialId}`

function DecisiveItems({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul className="nhsuk-list app-card__line app-card__sentences">
      {sentences.map((sentence, place) => (
        <li key={sentence}>
          {sentence}
          {/* Not drawn by the style sheet: what is copied keeps its sentences apart. */}
          {place === sentences.length - 1 ? null : <span>. </span>}
        </li>
      ))}
    </ul>
  )
}

/** What could be put right does not help where something else excludes the patient, so it waits until it is asked for. */
function NotMetForNow({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <details className="app-more app-card__line">
      <summary>Not met either, but could change: {counted(texts.length, 'criterion', 'criteria')}</summary>
      <ul className="app-more__list">
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  )
}

/** The criteria one by one, fetched when they are first asked for. */
function Why({ patientId, candidate }: CandidateCardProps) {
  // A verdict, one's own or a colleague's, may have moved the card to another group; what was open stays open.
  const worked = useOverrideFetcher(patientId).data
  const isLinked = useLinkedTrial() === candidate.trialId
  const [isOpen, setIsOpen] = useState(worked?.trialId === candidate.trialId || isLinked)
  const fetcher = useFetcher<typeof loadTrialVerdict>()
  const regionId = useId()
  const ask = () => void fetcher.load(pathTo.patientTrial(patientId, candidate.trialId))
  // Once, for a card that is open from the start.
  const [isFirst, setIsFirst] = useState(isOpen)
  useEffect(() => {
    if (!isFirst) return
    setIsFirst(false)
    void fetcher.load(pathTo.patientTrial(patientId, candidate.trialId))
  }, [isFirst, fetcher.load, patientId, candidate.trialId])
  const button = useRef<HTMLButtonElement>(null)
  useShowOnce(button, isLinked && fetcher.data !== undefined)
  const toggle = () => {
    setIsOpen(!isOpen)
    if (!isOpen && !fetcher.data?.verdict && fetcher.state === 'idle') ask()
  }
  const problem = fetcher.data?.problem
  return (
    <>
      <button
        type="button"
        ref={button}
        id={whyId(candidate.trialId)}
        className="app-link-button"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={toggle}
      >
        {isOpen ? 'Hide why' : `Why: ${counted(criteriaCount(candidate), 'criterion', 'criteria')}`}
        <span className="nhsuk-u-visually-hidden">: {candidate.title}</span>
      </button>
      <div className="app-card__why" id={regionId} hidden={!isOpen}>
        {fetcher.state === 'loading' && !fetcher.data?.verdict ? <LoadingState what="criteria" /> : null}
        {problem && fetcher.state === 'idle' ? <ErrorState problem={problem} onRetry={ask} /> : null}
        {fetcher.data?.verdict ? <CriterionVerdicts patientId={patientId} verdict={fetcher.data.verdict} /> : null}
      </div>
    </>
  )
}

/**
 * Brings the card that a link asked for into sight once its criteria have come: before that, the page itself scrolls to its
 * top and gives its heading the focus. Who has begun to do something else is left there.
 */
function useShowOnce(button: RefObject<HTMLButtonElement | null>, isReady: boolean) {
  useEffect(() => {
    if (!isReady || !isNothingBegun()) return
    button.current?.closest('article')?.scrollIntoView()
    button.current?.focus({ preventScroll: true })
  }, [button, isReady])
}

function isNothingBegun(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.tagName === 'H1'
}
