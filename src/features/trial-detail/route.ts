import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadTrialDetail } from './load-trial-detail.ts'

export const trialDetailRoute = {
  path: paths.trial,
  loader: loadTrialDetail,
  lazy: { Component: async () => (await import('./trial-detail-page.tsx')).TrialDetailPage },
} satisfies RouteObject
