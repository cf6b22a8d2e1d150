import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { matchGradeWords } from '../../format/match-grade.ts'
import { missingText } from '../../format/missing-item.ts'
import { IdentityBanner } from '../../ui/identity-banner.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { CandidateTrials } from './candidate-trials.tsx'
import { LiveReferrals } from './live-referrals.tsx'
import type { loadPatientRecord } from './load-patient-record.ts'
import { RecordedValues } from './recorded-values.tsx'
import { SettlePanel } from './settle-panel.tsx'
import { useMarkShownChanges } from './use-mark-shown-changes.ts'

/** One patient: who it is, what could be offered and why, and what that rests on. */
export function PatientRecordPage() {
  const { patient, candidateList } = useLoaderData<typeof loadPatientRecord>()
  const { today } = useSession()
  useMarkShownChanges(candidateList)
  return (
    <>
      <IdentityBanner patient={patient} today={today} />
      <PageHeading title="Trials for this patient" documentTitle="Patient">
        <Link to={paths.patients}>All patients</Link>
      </PageHeading>
      {patient.diedOn === null ? null : (
        <Notice kind="warning" title="This patient has died">
          <p>No trial is offered. The record stays readable.</p>
        </Notice>
      )}
      <div className="app-with-summary">
        <aside className="app-summary" aria-label="Summary">
          <SummaryList
            rows={[
              { label: 'Cancer type', value: cancerTypeText(patient) },
              ...(patient.otherCancerTypes.length === 0
                ? []
                : [
                    { label: 'The codes also fit', value: patient.otherCancerTypes.map(({ name }) => name).join(', ') },
                  ]),
              { label: 'Missing', value: missingText(patient.missing) },
              { label: 'Consultant', value: patient.consultant },
              { label: 'Hospital', value: patient.organisation.name },
            ]}
          />
          <h2 className="nhsuk-heading-s">Referrals</h2>
          <LiveReferrals referrals={patient.referrals} />
          <p>
            <a href="#recorded-values">Recorded values</a>
          </p>
        </aside>
        {/* Without the key, a card opened for the patient before would show that patient's verdicts here. */}
        {patient.diedOn === null ? (
          <div key={patient.patientId}>
            <SettlePanel patientId={patient.patientId} items={candidateList.settling} />
            <CandidateTrials patientId={patient.patientId} list={candidateList} />
          </div>
        ) : null}
      </div>
      <RecordedValues items={patient.items} />
    </>
  )
}

function cancerTypeText({ cancerType, matchGrade }: components['schemas']['Patient']): string {
  return cancerType === null ? matchGradeWords[matchGrade] : `${cancerType.name} (${matchGradeWords[matchGrade]})`
}
