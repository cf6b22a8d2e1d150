import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { createReferral } from './create-referral.ts'
import { loadPatientRecord } from './load-patient-record.ts'
import { loadTrialVerdict } from './load-trial-verdict.ts'

/**
 * The page of one patient, where its values are recorded, the addresses from which a card fetches why a trial fits or not
 * and how that changed, who looks after the patient, and the page of a past answer.
 */
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
      path: paths.patientTravelLimit,
      lazy: {
        action: async () => (await import('./record-travel-limit.ts')).recordTravelLimit,
        Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord,
      },
    },
    {
      path: paths.patientOverrides,
      lazy: {
        action: async () => (await import('./change-override.ts')).changeOverride,
        Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord,
      },
    },
    {
      path: paths.patientTeam,
      lazy: {
        loader: async () => (await import('./load-care-team.ts')).loadCareTeam,
        action: async () => (await import('./hand-over-patient.ts')).handOverPatient,
        Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord,
      },
    },
    {
      path: paths.patientWishes,
      lazy: {
        loader: async () => (await import('./load-wishes.ts')).loadWishes,
        action: async () => (await import('./change-wishes.ts')).changeWishes,
        Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord,
      },
    },
    {
      path: paths.handedOver,
      lazy: {
        loader: async () => (await import('./load-handed-over.ts')).loadHandedOver,
        Component: async () => (await import('./handed-over-page.tsx')).HandedOverPage,
      },
    },
    {
      path: paths.patientTrial,
      loader: loadTrialVerdict,
      lazy: { Component: async () => (await import('./past-answer-page.tsx')).PastAnswerPage },
    },
    {
      path: paths.patientChanges,
      lazy: {
        loader: async () => (await import('./load-patient-changes.ts')).loadPatientChanges,
        Component: async () => (await import('./to-patient-record.tsx')).ToPatientRecord,
      },
    },
  ],
} satisfies RouteObject
