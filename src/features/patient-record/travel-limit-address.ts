/* The address of the travel limit in one piece, so that the first page names one file of it and not two. */

export { recordTravelLimit as action } from './record-travel-limit.ts'
export { ToPatientRecord as Component } from './to-patient-record.tsx'
