import { type ReactNode, useId, useState } from 'react'
import type { components } from '#api/schema.ts'
import { clinicalDate } from '../../format/dates.ts'
import { matchGradeWords } from '../../format/match-grade.ts'
import { missingText } from '../../format/missing-item.ts'
import { notKnown } from '../../format/not-known.ts'
import { CareTeamPanel } from './care-team-panel.tsx'
import { LiveReferrals } from './live-referrals.tsx'

type Patient = components['schemas']['Patient']

/**
 * What is known of a patient in short: what the trials rest on first, then who cares for the patient and the referrals.
 * On a narrow screen the second part opens on request, so that the trials begin on the first screen.
 */
export function PatientSummary({ patient }: { readonly patient: Patient }) {
  const [isOpen, setIsOpen] = useState(false)
  const regionId = useId()
  const [isTeamOpen, setIsTeamOpen] = useState(false)
  const teamId = useId()
  const { referrals } = patient
  return (
    <aside className="app-summary" aria-label="Summary">
      <dl>
        <Fact label="Cancer type" value={cancerTypeText(patient)} />
        {patient.otherCancerTypes.length === 0 ? null : (
          <Fact label="The codes also fit" value={patient.otherCancerTypes.map(({ name }) => name).join(', ')} />
        )}
        <Fact label="Never recorded" value={missingText(patient.missing)} />
      </dl>
      <button
        type="button"
        className="app-link-button app-summary__toggle"
        aria-expanded={isOpen}
        aria-controls={regionId}
        onClick={() => setIsOpen(!isOpen)}
      >
        Referrals ({referrals.length}), care team, consultant and hospital
      </button>
      <div id={regionId} className={isOpen ? undefined : 'app-summary__rest'}>
        <dl>
          <Fact
            label="Care team"
            value={
              <>
                {careTeamText(patient.team)}{' '}
                <button
                  type="button"
                  className="app-link-button app-print-hidden"
                  aria-expanded={isTeamOpen}
                  aria-controls={teamId}
                  onClick={() => setIsTeamOpen(!isTeamOpen)}
                >
                  {isTeamOpen ? 'Close' : 'Who can open this record'}
                  {isTeamOpen ? <span className="nhsuk-u-visually-hidden">: who can open this record</span> : null}
                </button>
              </>
            }
          />
          <Fact label="Consultant" value={patient.consultant ?? notKnown} />
          <Fact label="Hospital" value={patient.organisation?.name ?? 'Not shown: the record is sensitive'} />
        </dl>
        <a href="#recorded-values">Recorded values</a>
        <dl>
          <Fact label="Referrals" value={<LiveReferrals referrals={referrals} />} />
        </dl>
        <div id={teamId} className="app-summary__team" hidden={!isTeamOpen}>
          {isTeamOpen ? <CareTeamPanel patient={patient} /> : null}
        </div>
      </div>
    </aside>
  )
}

function careTeamText(team: Patient['team']): string {
  if (team === null) return 'None yet'
  return team.since === null ? team.name : `${team.name}, since ${clinicalDate(team.since)}`
}

function cancerTypeText({ cancerType, matchGrade }: Patient): string {
  return cancerType === null ? matchGradeWords[matchGrade] : `${cancerType.name} (${matchGradeWords[matchGrade]})`
}

function Fact({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt> <dd>{value}</dd>
    </div>
  )
}
