import { useLayoutEffect, useRef } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import type { Caller } from '../../data/session.ts'
import { isMember } from '../../data/team-membership.ts'
import { clinicalDate } from '../../format/dates.ts'
import { nhsNumberText } from '../../format/nhs-number.ts'
import { patientName } from '../../format/person-name.ts'
import { Notice } from '../../ui/notice.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import type { HandOverResult } from './hand-over-patient.ts'

type Schemas = components['schemas']

type HandOverConfirmationProps = {
  readonly patient: Schemas['Patient']
  readonly from: Schemas['CareTeam']
  readonly to: Schemas['Team']
  readonly caller: Caller | null
  readonly fetcher: FetcherWithComponents<HandOverResult>
  readonly onBack: () => void
}

/** Who it is, from whom, to whom, and what it means for whoever does it. */
export function HandOverConfirmation({ patient, from, to, caller, fetcher, onBack }: HandOverConfirmationProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  return (
    <fetcher.Form
      method="post"
      action={pathTo.patientTeam(patient.patientId)}
      noValidate
      className="app-narrow app-print-hidden"
      aria-labelledby="hand-over-question"
    >
      <ProblemSummary problem={fetcher.data?.problem} fieldIds={[]} />
      <Now now={fetcher.data?.now ?? null} />
      <h2 className="nhsuk-heading-s" id="hand-over-question" tabIndex={-1} ref={heading}>
        Hand this patient over to {to.name}?
      </h2>
      <SummaryList
        rows={[
          { label: 'Patient', value: patientName(patient.name) },
          { label: 'Born', value: clinicalDate(patient.bornOn) },
          { label: 'NHS No.', value: nhsNumberText(patient.nhsNumber) },
          { label: 'Care team now', value: from.name },
          { label: 'Care team from today on', value: to.name },
        ]}
      />
      <p>
        {isMember(to, caller)
          ? `You are a member of ${to.name} too: the record stays open to you.`
          : `You are no member of ${to.name}: the record closes for you at once.`}
      </p>
      {to.members.length > 0 ? null : (
        <Notice kind="warning" title={`${to.name} has no members`}>
          <p>No clinician would see this patient. Ask your information officer to add members first.</p>
        </Notice>
      )}
      <input type="hidden" name="from" value={from.teamId} />
      <input type="hidden" name="teamId" value={to.teamId} />
      <SubmitButton isPending={fetcher.state !== 'idle'} kind="warning" isSmall>
        Hand over to {to.name}
      </SubmitButton>{' '}
      <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onBack}>
        Back to the choice
      </button>
    </fetcher.Form>
  )
}

/** After a conflict: who looks after the patient now. */
function Now({ now }: Pick<HandOverResult, 'now'>) {
  if (now === null) return null
  if (now.kind === 'closed') {
    return (
      <p>
        <strong>The record is not open to you any more: another team looks after the patient now.</strong>
      </p>
    )
  }
  return (
    <p>
      <strong>
        {now.team === null
          ? 'No team looks after the patient now.'
          : `${now.team.name} looks after the patient now, since ${clinicalDate(now.team.since)}.`}
      </strong>
    </p>
  )
}
