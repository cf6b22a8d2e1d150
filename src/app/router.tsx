import { createBrowserRouter, type RouteObject } from 'react-router'
import { aboutYourDataRoute } from '../features/about-your-data/route.ts'
import { accountRoute, secondFactorRoute } from '../features/account/route.ts'
import {
  accountsRoute,
  administeredAccountRoute,
  organisationRoute,
  organisationsRoute,
} from '../features/administration/route.ts'
import { accessLogExportRoute, accessLogRoute, accessReportRoute } from '../features/audit/route.ts'
import { candidateChangesRoute } from '../features/candidate-changes/route.ts'
import { teamsRoute } from '../features/care-teams/route.ts'
import { dataGapsRoute } from '../features/data-gaps/route.ts'
import { delegationLogRoute, delegationLogsRoute } from '../features/delegation/route.ts'
import { emergencyAccessesRoute, emergencyAccessRoute } from '../features/emergency-access/route.ts'
import { firstAdministratorRoute } from '../features/first-administrator/route.ts'
import { homeRoute } from '../features/home/route.ts'
import { patientRecordRoute } from '../features/patient-record/route.ts'
import { patientWorklistRoute } from '../features/patient-worklist/route.ts'
import { recoveryRoute } from '../features/recovery/route.ts'
import { recruitmentOverviewRoute } from '../features/recruitment-overview/route.ts'
import { recruitmentTrialRoute } from '../features/recruitment-trial/route.ts'
import { referralDetailRoute } from '../features/referral-detail/route.ts'
import { referralDraftRoute } from '../features/referral-draft/route.ts'
import { referralWorklistRoute } from '../features/referral-worklist/route.ts'
import { releaseEntryRoute, releasesRoute } from '../features/releases/route.ts'
import { signInRoute, signOutRoute, singleSignOnRoute } from '../features/sign-in/route.ts'
import { trialCatalogueRoute } from '../features/trial-catalogue/route.ts'
import { trialDetailRoute } from '../features/trial-detail/route.ts'
import { draftFeasibilityRoute, trialFeasibilityRoute } from '../features/trial-feasibility/route.ts'
import { nameHistoryEntry } from './name-history-entry.ts'
import { NotFoundPage } from './not-found-page.tsx'
import { PageError } from './page-error.tsx'
import { sessionRoute } from './session-route.ts'
import { Shell } from './shell.tsx'
import { ShellError } from './shell-error.tsx'
import { StartingUp } from './starting-up.tsx'

/** Every page, inside the session and the shell. A feature is entered by its route.ts and draws lazily. */
export const routes: RouteObject[] = [
  {
    ...sessionRoute(),
    Component: Shell,
    ErrorBoundary: ShellError,
    HydrateFallback: StartingUp,
    children: [
      {
        ErrorBoundary: PageError,
        children: [
          homeRoute,
          signInRoute,
          signOutRoute,
          singleSignOnRoute,
          firstAdministratorRoute,
          recoveryRoute,
          accountRoute,
          secondFactorRoute,
          patientWorklistRoute,
          patientRecordRoute,
          candidateChangesRoute,
          trialCatalogueRoute,
          trialDetailRoute,
          trialFeasibilityRoute,
          draftFeasibilityRoute,
          referralWorklistRoute,
          referralDetailRoute,
          referralDraftRoute,
          recruitmentOverviewRoute,
          recruitmentTrialRoute,
          dataGapsRoute,
          accountsRoute,
          administeredAccountRoute,
          organisationsRoute,
          teamsRoute,
          delegationLogsRoute,
          delegationLogRoute,
          emergencyAccessRoute,
          emergencyAccessesRoute,
          organisationRoute,
          accessLogRoute,
          accessLogExportRoute,
          accessReportRoute,
          aboutYourDataRoute,
          releasesRoute,
          releaseEntryRoute,
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]

export function createRouter() {
  nameHistoryEntry()
  return createBrowserRouter(routes)
}
