import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadTrialRecruitment } from './load-trial-recruitment.ts'

export const recruitmentTrialRoute = {
  path: paths.trialRecruitment,
  loader: loadTrialRecruitment,
  lazy: { Component: async () => (await import('./recruitment-trial-page.tsx')).RecruitmentTrialPage },
} satisfies RouteObject
