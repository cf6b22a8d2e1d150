import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

/** What only information officers open is fetched when they do, to keep everybody's first download small. */
export const teamsRoute = {
  path: paths.teams,
  lazy: {
    loader: async () => (await import('./load-teams.ts')).loadTeams,
    action: async () => (await import('./change-teams.ts')).changeTeams,
    Component: async () => (await import('./teams-page.tsx')).TeamsPage,
  },
} satisfies RouteObject
