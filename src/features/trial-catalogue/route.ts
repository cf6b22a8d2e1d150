import type { RouteObject } from 'react-router'
import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'
import { loadTrialCatalogue } from './load-trial-catalogue.ts'

/** The taxonomy is loaded once, the trials at every change of the address. */
export const trialCatalogueRoute = {
  id: 'trial-catalogue',
  loader: loadCancerTypes,
  shouldRevalidate: () => false,
  children: [
    {
      path: paths.trials,
      loader: loadTrialCatalogue,
      lazy: { Component: async () => (await import('./trial-catalogue-page.tsx')).TrialCataloguePage },
    },
  ],
} satisfies RouteObject
