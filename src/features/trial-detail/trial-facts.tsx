import type { components } from '#api/schema.ts'
import { registryStatusText } from '#domain/trial/registry-status-words.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { notKnown } from '../../format/not-known.ts'
import { phaseText } from '../../format/phases.ts'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx'
import { ContactList } from './contact-list.tsx'

type Trial = components['schemas']['Trial']

/** What a registry says of a trial in one list; what it does not say is not known. */
export function TrialFacts({ detail }: { readonly detail: Trial }) {
  const { trial, conditions, otherIds, contacts } = detail
  return (
    <SummaryList
      rows={[
        {
          label: 'Status',
          value: (
            <>
              <RecruitmentStatusTag status={trial.recruitmentStatus} registryStatus={trial.registryStatus} />{' '}
              {trial.registry === 'demonstration' ? null : `Registry: ${registryStatusText(trial.registryStatus)}`}
            </>
          ),
        },
        { label: 'Phase', value: phaseText(trial.phases) },
        { label: 'Cancer types', value: trial.cancerTypes.map(({ name }) => name).join(', ') },
        { label: 'Conditions', value: conditions.join(', ') },
        { label: 'Sponsor', value: trial.sponsor },
        { label: 'Participants worldwide', value: enrolmentText(detail.enrolment) },
        ...detail.dates.map(dateRow),
        { label: 'Results', value: trial.hasResults ? <Results detail={detail} /> : 'None posted on the registry' },
        {
          label: 'Other numbers',
          value: otherIds.length === 0 ? 'None' : otherIds.map(({ value }) => value).join(', '),
        },
        { label: 'Contacts', value: <ContactList contacts={contacts} /> },
      ]}
    />
  )
}

function Results({ detail: { sourceUrl } }: { readonly detail: Trial }) {
  if (sourceUrl === null) return 'Posted'
  return (
    <a href={sourceUrl} rel="noreferrer">
      Read the results on the registry
    </a>
  )
}

/** The number belongs to the whole world and is nobody's target here. */
function enrolmentText({ count, isEstimated }: Trial['enrolment']): string {
  if (count === null) return notKnown
  if (isEstimated === null) return countText(count)
  return `${countText(count)}, ${isEstimated ? 'estimated' : 'actual'}`
}

function dateRow({ label, on, isEstimated }: Trial['dates'][number]): SummaryRow {
  return { label, value: isEstimated ? `${clinicalDate(on)}, estimated` : clinicalDate(on) }
}
