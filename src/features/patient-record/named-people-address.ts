/* The address of the people named on a patient in one piece, so that the first page names one file of it and not three. */

export { changeNamedPeople as action } from './change-named-people.ts'
export { loadNamedPeople as loader } from './load-named-people.ts'
export { ToPatientRecord as Component } from './to-patient-record.tsx'
