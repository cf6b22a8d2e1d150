import type { RouteObject } from 'react-router'
import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { paths } from '../../data/paths.ts'

/** The taxonomy is loaded once, the trials at every change of the address. */
export const trialCatalogueRoute = {
  id: 'trial-catalogue',
  loader: loadCancerTypes,
  shouldRevalidate: () => false,
  children: [
    {
      path: paths.trials,
      lazy: {
        loader: async () => (await import('./load-trial-catalogue.ts')).loadTrialCatalogue,
        Component: async () => (await import('./trial-catalogue-page.tsx')).TrialCataloguePage,
      },
    },
  ],
} satisfies RouteObject
