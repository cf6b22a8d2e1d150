import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadRecruitmentOverview } from './load-recruitment-overview.ts'

export const recruitmentOverviewRoute = {
  path: paths.recruitment,
  loader: loadRecruitmentOverview,
  // The filters of the address work on what is loaded already.
  shouldRevalidate: ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
    currentUrl.search === nextUrl.search && defaultShouldRevalidate,
  lazy: { Component: async () => (await import('./recruitment-overview-page.tsx')).RecruitmentOverviewPage },
} satisfies RouteObject
