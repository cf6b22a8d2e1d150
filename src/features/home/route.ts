import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadHome } from './load-home.ts'

export const homeRoute = {
  path: paths.home,
  loader: loadHome,
  lazy: { Component: async () => (await import('./home-page.tsx')).HomePage },
} satisfies RouteObject
