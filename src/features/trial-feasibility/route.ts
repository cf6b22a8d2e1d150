import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

const screens = () => import('./feasibility-screens.ts')

/** Both are fetched when one is first opened, to keep the first download small. */
export const trialFeasibilityRoute = {
  path: paths.trialFeasibility,
  lazy: async () => (await screens()).trialFeasibilityScreen,
} satisfies RouteObject

export const draftFeasibilityRoute = {
  path: paths.draftFeasibility,
  // What is typed stays until another trial is to be started from.
  shouldRevalidate: ({ currentUrl, nextUrl }) => currentUrl.search !== nextUrl.search,
  lazy: async () => (await screens()).draftFeasibilityScreen,
} satisfies RouteObject
