import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const referralWorklistRoute = {
  path: paths.referrals,
  lazy: {
    loader: async () => (await import('./load-referral-worklist.ts')).loadReferralWorklist,
    Component: async () => (await import('./referral-worklist-page.tsx')).ReferralWorklistPage,
  },
} satisfies RouteObject
