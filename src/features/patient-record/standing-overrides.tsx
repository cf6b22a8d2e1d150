import { useId, useState } from 'react'
import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { ClinicianVerdict } from '../../ui/clinician-verdict.tsx'
import { LongText } from '../../ui/long-text.tsx'
import { OverrideFaults } from './override-faults.tsx'
import { OverrideHistory } from './override-history.tsx'
import { useOverrideFetcher } from './use-override-fetcher.ts'
import { WithdrawalForm } from './withdrawal-form.tsx'

type TrialVerdict = components['schemas']['TrialVerdict']
type Standing = components['schemas']['StandingOverride']

type StandingOverridesProps = { readonly patientId: string; readonly verdict: TrialVerdict }

/**
 * Clinicians' verdicts that stand on a trial, each with the way to withdraw it, and the history below. The criteria above
 * are those of one cohort; here are the verdicts on every one.
 */
export function StandingOverrides({ patientId, verdict }: StandingOverridesProps) {
  const { standingOverrides, overrideHistory, reproduced, candidate } = verdict
  const headingId = useId()
  const refused = useRefusedWithdrawal(patientId, candidate.trialId)
  const [openId, setOpenId] = useState(refused?.typed.standingId ?? null)
  const { reset } = useOverrideFetcher(patientId)
  const isGone =
    refused !== null && standingOverrides.every(({ overrideId }) => overrideId !== refused.typed.standingId)
  if (overrideHistory.length === 0 && !isGone) return null
  const toggle = (overrideId: string) => {
    // What was told of another form, or of this one before, is not told again.
    reset()
    setOpenId(overrideId === openId ? null : overrideId)
  }
  return (
    <section aria-labelledby={headingId}>
      <p className="nhsuk-heading-xs nhsuk-u-margin-bottom-1" id={headingId}>
        Verdicts set by clinicians ({countText(standingOverrides.length)})
      </p>
      {isGone ? <OverrideFaults result={refused} id={headingId} /> : null}
      {standingOverrides.length === 0 ? <p className="app-card__line">None stands any more.</p> : null}
      <ul className="nhsuk-list app-card__line">
        {standingOverrides.map((standing) => (
          <li key={standing.overrideId}>
            <LongText text={standing.criterionText} />
            <CohortOf standing={standing} candidate={candidate} />
            <ClinicianVerdict override={standing} />
            {reproduced === null ? (
              <WithdrawButton standing={standing} isOpen={openId === standing.overrideId} onToggle={toggle} />
            ) : null}
            {openId === standing.overrideId ? (
              <WithdrawalForm patientId={patientId} trialId={candidate.trialId} standing={standing} />
            ) : null}
          </li>
        ))}
      </ul>
      <OverrideHistory history={overrideHistory} />
    </section>
  )
}

/** A withdrawal sent from this list that was refused; null where none was. */
function useRefusedWithdrawal(patientId: string, trialId: string) {
  const { data } = useOverrideFetcher(patientId)
  if (data?.kind !== 'refused' || data.trialId !== trialId || data.typed.standingId === null) return null
  return data
}

type CohortOfProps = { readonly standing: Standing; readonly candidate: TrialVerdict['candidate'] }

/** Which cohort a verdict is about, and whether that is the one whose criteria are shown. */
function CohortOf({ standing: { cohort }, candidate }: CohortOfProps) {
  if (cohort === null && candidate.cohort === null) return null
  const isOther = cohort !== null && candidate.cohort !== null && cohort !== candidate.cohort
  return (
    <div className="app-card__source">
      Cohort: {cohort ?? 'every cohort'}
      {isOther ? `. The outcome is that of another cohort: ${candidate.cohort}` : null}
    </div>
  )
}

type WithdrawButtonProps = {
  readonly standing: Standing
  readonly isOpen: boolean
  readonly onToggle: (overrideId: string) => void
}

function WithdrawButton({ standing, isOpen, onToggle }: WithdrawButtonProps) {
  return (
    <button
      type="button"
      className="app-link-button app-print-hidden"
      aria-expanded={isOpen}
      onClick={() => onToggle(standing.overrideId)}
    >
      {isOpen ? 'Close without withdrawing' : 'Withdraw this verdict'}
      <span className="nhsuk-u-visually-hidden">
        : {standing.criterionText}
        {standing.cohort === null ? null : `, cohort ${standing.cohort}`}
      </span>
    </button>
  )
}
