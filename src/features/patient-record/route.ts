import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { createReferral } from './create-referral.ts'
import { loadPatientRecord } from './load-patient-record.ts'
import { loadTrialVerdict } from './load-trial-verdict.ts'

/** The page of one patient, where its values are recorded, and from where a card fetches why a trial fits or not. */
export const patientRecordRoute = {
  children: [
    {
      path: paths.patient,
      loader: loadPatientRecord,
      action: createReferral,
      lazy: { Component: async () => (await import('./patient-record-page.tsx')).PatientRecordPage },
    },
    {
      path: paths.patientItems,
      lazy: {
        action: async () => (await import('./record-patient-item.ts')).recordPatientItem,
        Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord,
      },
    },
    {
      path: paths.patientTrial,
      loader: loadTrialVerdict,
      lazy: { Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord },
    },
  ],
} satisfies RouteObject
