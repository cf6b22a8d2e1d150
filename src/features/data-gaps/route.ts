import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** All of it is fetched when it is first opened, to keep the first download small. */
export const dataGapsRoute = {
  path: paths.dataGaps,
  lazy: async () => (await import('./data-gaps-screen.ts')).dataGapsScreen,
} satisfies RouteObject
