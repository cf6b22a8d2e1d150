import type { RouteObject } from 'react-router'
import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'
import { loadPatientWorklist } from './load-patient-worklist.ts'

/** The taxonomy is loaded once, the patients at every change of the address. */
export const patientWorklistRoute = {
  loader: loadCancerTypes,
  shouldRevalidate: () => false,
  id: 'patient-worklist',
  children: [
    {
      path: paths.patients,
      loader: loadPatientWorklist,
      lazy: { Component: async () => (await import('./patient-worklist-page.tsx')).PatientWorklistPage },
    },
  ],
} satisfies RouteObject
