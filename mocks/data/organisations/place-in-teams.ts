import { resolveDiagnosis } from '#domain/cancer/match-diagnosis.ts'
import { cancerTypeById } from '#domain/cancer/taxonomy.ts'
import type { DemonstrationPatient } from '../demonstration-data.ts'
import { organisationByCode } from './demonstration-organisations.ts'
import { headAndNeckTeam } from './demonstration-teams.ts'

/** So many patients of the first organisation wait for somebody to assign a team. */
const waitingForTeam = 2

/**
 * The patients with the teams they are in the care of. At the first organisation a second team looks after those with a
 * cancer of the head and neck, and the last two are in the care of none yet. Patients in `busy`, with whom the demonstration
 * shows something else, stay where they are.
 */
export function placeInTeams(
  patients: readonly DemonstrationPatient[],
  busy: ReadonlySet<string>,
): readonly DemonstrationPatient[] {
  const { organisationId } = organisationByCode('ZZ001')
  const free = patients.filter((each) => each.organisationId === organisationId && !busy.has(each.patientId))
  const headAndNeck = free.filter(hasHeadAndNeckCancer)
  const waiting = free.filter((each) => !headAndNeck.includes(each)).slice(-waitingForTeam)
  return patients.map((patient) => {
    if (headAndNeck.includes(patient)) return { ...patient, teamId: headAndNeckTeam.teamId }
    return waiting.includes(patient) ? { ...patient, teamId: null } : patient
  })
}

function hasHeadAndNeckCancer({ record }: DemonstrationPatient): boolean {
  return record.diagnoses.some((diagnosis) => {
    const resolved = resolveDiagnosis(diagnosis)
    return resolved !== null && cancerTypeById(resolved.cancerTypeId)?.family === 'head-neck'
  })
}
