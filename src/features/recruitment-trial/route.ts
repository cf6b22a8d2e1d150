import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const recruitmentTrialRoute = {
  path: paths.trialRecruitment,
  lazy: {
    loader: async () => (await import('./load-trial-recruitment.ts')).loadTrialRecruitment,
    Component: async () => (await import('./recruitment-trial-page.tsx')).RecruitmentTrialPage,
  },
} satisfies RouteObject
