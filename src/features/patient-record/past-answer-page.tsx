import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import { EmergencyBanner } from '../../ui/emergency-banner.tsx'
import { IdentityBanner } from '../../ui/identity-banner.tsx'
import { Notice } from '../../ui/notice.tsx'
import { OutcomeTag, outcomeWords } from '../../ui/outcome-tag.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { CriterionVerdicts } from './criterion-verdicts.tsx'
import type { loadTrialVerdict } from './load-trial-verdict.ts'
import { ToPatientRecord } from './to-patient-record.tsx'

/** One trial for one patient as it was answered at an instant. Without an instant, the answer is one click away from the patient. */
export function PastAnswerPage() {
  const { verdict, patient, problem } = useLoaderData<typeof loadTrialVerdict>()
  const { today } = useSession()
  if (patient === null) return <ToPatientRecord />
  return (
    <>
      <IdentityBanner patient={patient} today={today} />
      <EmergencyBanner relationship={patient.relationship} />
      <PageHeading
        title="A past answer"
        documentTitle="Patient"
        {...(verdict ? { caption: verdict.candidate.title } : {})}
      >
        <Link to={pathTo.patient(patient.patientId)}>Back to the answers of today</Link>
      </PageHeading>
      {problem === null ? null : <ErrorState problem={problem} />}
      {verdict?.reproduced ? (
        <Answer patientId={patient.patientId} verdict={verdict} reproduced={verdict.reproduced} />
      ) : null}
    </>
  )
}

type Schemas = components['schemas']
type AnswerProps = {
  readonly patientId: string
  readonly verdict: Schemas['TrialVerdict']
  readonly reproduced: Schemas['Reproduced']
}

function Answer({ patientId, verdict, reproduced }: AnswerProps) {
  const { candidate } = verdict
  const { at, asOf, trialVersion, storedOutcome, isSameRules } = reproduced
  return (
    <>
      <Notice kind="warning" title={`This is the answer of ${clinicalInstant(at)}, not of today`}>
        <p>
          It is worked out again from what was recorded by then, for {clinicalDate(asOf)}, with version {trialVersion}{' '}
          of the trial. Do not act on it.
        </p>
        <p>{storedText(storedOutcome, candidate.outcome, isSameRules)}</p>
      </Notice>
      {candidate.leftOutByWish === null ? null : (
        <Notice kind="warning" title={candidate.leftOutByWish}>
          <p>What the criteria say is shown below. It is no reason to offer the trial.</p>
        </Notice>
      )}
      <p>
        <OutcomeTag outcome={candidate.outcome} label={candidate.outcomeLabel} />
      </p>
      <CriterionVerdicts patientId={patientId} verdict={verdict} />
    </>
  )
}

function storedText(stored: Schemas['Outcome'] | null, now: Schemas['Outcome'], isSameRules: boolean): string {
  if (stored === null) return 'Which answer was shown then is not recorded.'
  const rules = isSameRules ? '' : ' The rules of the service were others then.'
  return stored === now
    ? `The same answer was shown then.${rules}`
    : `The answer shown then was “${outcomeWords[stored].label}”.${rules}`
}
