import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const trialDetailRoute = {
  path: paths.trial,
  lazy: {
    loader: async () => (await import('./load-trial-detail.ts')).loadTrialDetail,
    Component: async () => (await import('./trial-detail-page.tsx')).TrialDetailPage,
  },
} satisfies RouteObject
