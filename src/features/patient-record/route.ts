import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { createReferral } from './create-referral.ts'
import { loadPatientRecord } from './load-patient-record.ts'
import { loadTrialVerdict } from './load-trial-verdict.ts'

/** Of an address that only forms are sent to: who opens it is led to the record. */
const toPatientRecord = async () => (await import('./to-patient-record.tsx')).ToPatientRecord

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
        Component: toPatientRecord,
      },
    },
    {
      path: paths.patientTravelLimit,
      lazy: () => import('./travel-limit-address.ts'),
    },
    {
      path: paths.patientOverrides,
      lazy: {
        action: async () => (await import('./change-override.ts')).changeOverride,
        Component: toPatientRecord,
      },
    },
    {
      path: paths.patientTeam,
      lazy: () => import('./care-team-address.ts'),
    },
    {
      path: paths.patientNamed,
      lazy: () => import('./named-people-address.ts'),
    },
    {
      path: paths.patientWishes,
      lazy: () => import('./wishes-address.ts'),
    },
    {
      path: paths.handedOver,
      lazy: () => import('./handed-over-address.ts'),
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
        Component: toPatientRecord,
      },
    },
  ],
} satisfies RouteObject
