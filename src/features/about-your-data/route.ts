import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** Open to everybody: no sign-in. */
export const aboutYourDataRoute = {
  path: paths.aboutYourData,
  lazy: { Component: async () => (await import('./about-your-data-page.tsx')).AboutYourDataPage },
} satisfies RouteObject
