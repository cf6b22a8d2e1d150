/* The address of who looks after a patient in one piece, so that the first page names one file of it and not three. */

export { handOverPatient as action } from './hand-over-patient.ts'
export { loadCareTeam as loader } from './load-care-team.ts'
export { ToPatientRecord as Component } from './to-patient-record.tsx'
