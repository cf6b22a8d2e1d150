import { useCallback, useRef, useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import { paths } from '../../data/paths.ts'
import { useSession } from '../../data/session.ts'
import { EmergencyBanner } from '../../ui/emergency-banner.tsx'
import { IdentityBanner } from '../../ui/identity-banner.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { CandidateTrials } from './candidate-trials.tsx'
import type { loadPatientRecord } from './load-patient-record.ts'
import { type Addition, OpenAdditionContext } from './open-addition.ts'
import { OutcomeCounts } from './outcome-counts.tsx'
import { PatientSummary } from './patient-summary.tsx'
import { type AdditionOpener, RecordedValues } from './recorded-values.tsx'
import { SettlePanel } from './settle-panel.tsx'
import { useMarkShownChanges } from './use-mark-shown-changes.ts'
import { NoResearch, WishNotices } from './wish-notices.tsx'
import { WishesSection } from './wishes-section.tsx'

/** One patient: who it is, what could be offered and why, and what that rests on. */
export function PatientRecordPage() {
  const { patient, candidateList } = useLoaderData<typeof loadPatientRecord>()
  const { today } = useSession()
  const isAlive = patient.diedOn === null
  const { researchWishes } = patient
  const hearsNothing = researchWishes.some(({ scope }) => scope === 'all')
  const [wishesOpenFor, setWishesOpenFor] = useState<string | null>(null)
  const reviewWishes = () => setWishesOpenFor(patient.patientId)
  useMarkShownChanges(candidateList)
  const recordedValues = useRef<AdditionOpener>(null)
  const openAddition = useCallback((addition: Addition) => recordedValues.current?.open(addition), [])
  return (
    <>
      <IdentityBanner patient={patient} today={today} />
      <EmergencyBanner relationship={patient.relationship} />
      <div className="app-record-head">
        <PageHeading title="Trials for this patient" documentTitle="Patient">
          <Link to={paths.patients}>All patients</Link>
        </PageHeading>
        {isAlive && !hearsNothing ? <OutcomeCounts list={candidateList} /> : null}
      </div>
      {isAlive ? null : (
        <Notice kind="warning" title="This patient has died">
          <p>No trial is offered. The record stays readable.</p>
        </Notice>
      )}
      {isAlive ? <WishNotices wishes={researchWishes} onReview={reviewWishes} /> : null}
      {/* Without the keys, what was opened for the patient before would be open here, with that patient's verdicts. */}
      <PatientSummary key={`summary-${patient.patientId}`} patient={patient} />
      {isAlive && hearsNothing ? <NoResearch /> : null}
      {isAlive && !hearsNothing ? (
        <div key={patient.patientId} className="app-beside">
          <OpenAdditionContext value={openAddition}>
            <SettlePanel patientId={patient.patientId} items={candidateList.settling} rows={patient.items} />
          </OpenAdditionContext>
          <CandidateTrials patient={patient} list={candidateList} />
        </div>
      ) : null}
      <RecordedValues key={`recorded-${patient.patientId}`} patient={patient} opener={recordedValues} />
      <WishesSection
        key={`wishes-${patient.patientId}`}
        patientId={patient.patientId}
        list={candidateList}
        isOpen={wishesOpenFor === patient.patientId}
        onToggle={(isOpen) => setWishesOpenFor(isOpen ? patient.patientId : null)}
      />
    </>
  )
}
