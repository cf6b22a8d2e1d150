import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const recruitmentOverviewRoute = {
  path: paths.recruitment,
  // The filters of the address work on what is loaded already.
  shouldRevalidate: ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
    currentUrl.search === nextUrl.search && defaultShouldRevalidate,
  lazy: {
    loader: async () => (await import('./load-recruitment-overview.ts')).loadRecruitmentOverview,
    Component: async () => (await import('./recruitment-overview-page.tsx')).RecruitmentOverviewPage,
  },
} satisfies RouteObject
