import { Navigate, useParams } from 'react-router'
import { pathTo } from '../../data/paths.ts'
import { pathToLinkedTrial } from './linked-trial.ts'

/** Who opens the address of a verdict or of a value by hand is shown the patient, where both are, with that trial open. */
export function ToPatientRecord() {
  const { patientId = '', trialId } = useParams()
  const to = trialId === undefined ? pathTo.patient(patientId) : pathToLinkedTrial(patientId, trialId)
  return <Navigate to={to} replace />
}
