import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { createReferral } from './create-referral.ts'
import { loadPatientRecord } from './load-patient-record.ts'
import { loadTrialVerdict } from './load-trial-verdict.ts'

/** The page of one patient, and the address from which a card on it fetches why a trial fits or not. */
export const patientRecordRoute = {
  children: [
    {
      path: paths.patient,
      loader: loadPatientRecord,
      action: createReferral,
      lazy: { Component: async () => (await import('./patient-record-page.tsx')).PatientRecordPage },
    },
    {
      path: paths.patientTrial,
      loader: loadTrialVerdict,
      lazy: { Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord },
    },
  ],
} satisfies RouteObject
