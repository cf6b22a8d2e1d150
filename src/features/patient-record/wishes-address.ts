/* The address of a patient's wishes in one piece, so that the first page names one file of it and not three. */

export { changeWishes as action } from './change-wishes.ts'
export { loadWishes as loader } from './load-wishes.ts'
export { ToPatientRecord as Component } from './to-patient-record.tsx'
