import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadReferral } from './load-referral.ts'
import { moveReferral } from './move-referral.ts'

export const referralDetailRoute = {
  path: paths.referral,
  loader: loadReferral,
  action: moveReferral,
  // The answer to a step is the referral as it is then. Loading it again after a failure could fail too, and the error
  // page would take what was typed with it.
  shouldRevalidate: ({ formMethod, defaultShouldRevalidate }) => formMethod === undefined && defaultShouldRevalidate,
  lazy: { Component: async () => (await import('./referral-detail-page.tsx')).ReferralDetailPage },
} satisfies RouteObject
