import type { RouteObject } from 'react-router'
import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'
import { loadTrialFeasibility } from './load-trial-feasibility.ts'

export const trialFeasibilityRoute = {
  path: paths.trialFeasibility,
  loader: loadTrialFeasibility,
  lazy: { Component: async () => (await import('./trial-feasibility-page.tsx')).TrialFeasibilityPage },
} satisfies RouteObject

/** The draft lives on the page: nothing of it is loaded or stored. */
export const draftFeasibilityRoute = {
  path: paths.draftFeasibility,
  loader: loadCancerTypes,
  shouldRevalidate: () => false,
  lazy: { Component: async () => (await import('./draft-feasibility-page.tsx')).DraftFeasibilityPage },
} satisfies RouteObject
