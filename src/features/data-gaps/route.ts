import type { RouteObject } from 'react-router'
import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'
import { loadDataGaps } from './load-data-gaps.ts'

/** The taxonomy is loaded once, the gaps at every change of the address. */
export const dataGapsRoute = {
  id: 'data-gaps',
  loader: loadCancerTypes,
  shouldRevalidate: () => false,
  children: [
    {
      path: paths.dataGaps,
      loader: loadDataGaps,
      lazy: { Component: async () => (await import('./data-gaps-page.tsx')).DataGapsPage },
    },
  ],
} satisfies RouteObject
