import { Navigate, useParams } from 'react-router'
import { pathTo } from '../../data/paths.ts'

/** Somebody who opens the address of a verdict or of a value by hand is shown the patient, where both are. */
export function ToPatientRecord() {
  const { patientId = '' } = useParams()
  return <Navigate to={pathTo.patient(patientId)} replace />
}
