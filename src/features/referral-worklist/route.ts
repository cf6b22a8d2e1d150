import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadReferralWorklist } from './load-referral-worklist.ts'

export const referralWorklistRoute = {
  path: paths.referrals,
  loader: loadReferralWorklist,
  lazy: { Component: async () => (await import('./referral-worklist-page.tsx')).ReferralWorklistPage },
} satisfies RouteObject
