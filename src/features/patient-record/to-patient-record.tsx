import { Navigate, useParams } from 'react-router'
import { pathTo } from '../../data/paths.ts'

/** Somebody who opens the address of a verdict by hand is shown the patient, where the verdict is one click away. */
export function ToPatientRecord() {
  const { patientId = '' } = useParams()
  return <Navigate to={pathTo.patient(patientId)} replace />
}
