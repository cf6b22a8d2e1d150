import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const referralDetailRoute = {
  path: paths.referral,
  // The answer to a step is the referral as it is then. Loading it again after a failure could fail too, and the error
  // page would take what was typed with it.
  shouldRevalidate: ({ formMethod, defaultShouldRevalidate }) => formMethod === undefined && defaultShouldRevalidate,
  lazy: {
    loader: async () => (await import('./load-referral.ts')).loadReferral,
    action: async () => (await import('./move-referral.ts')).moveReferral,
    Component: async () => (await import('./referral-detail-page.tsx')).ReferralDetailPage,
  },
} satisfies RouteObject
