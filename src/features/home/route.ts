import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const homeRoute = {
  path: paths.home,
  lazy: {
    loader: async () => (await import('./load-home.ts')).loadHome,
    Component: async () => (await import('./home-page.tsx')).HomePage,
  },
} satisfies RouteObject
