import { http } from 'msw/http'
import { Problem } from '../http/problem.ts'
import { administrationHandlers } from './administration-handlers.ts'
import { auditHandlers } from './audit-handlers.ts'
import { cancerTypeHandlers } from './cancer-type-handlers.ts'
import { careTeamHandlers } from './care-team-handlers.ts'
import { changeHandlers } from './change-handlers.ts'
import { dataGapHandlers } from './data-gap-handlers.ts'
import { delegationHandlers } from './delegation-handlers.ts'
import { feasibilityHandlers } from './feasibility-handlers.ts'
import { homeHandlers } from './home-handlers.ts'
import { ownSessionHandlers } from './own-session-handlers.ts'
import { patientHandlers } from './patient-handlers.ts'
import { recruitmentHandlers } from './recruitment-handlers.ts'
import { referralHandlers } from './referral-handlers.ts'
import { releaseHandlers } from './release-handlers.ts'
import { secondFactorHandlers } from './second-factor-handlers.ts'
import { sessionHandlers } from './session-handlers.ts'
import { singleSignOnHandlers } from './single-sign-on-handlers.ts'
import { systemHandlers } from './system-handlers.ts'
import { trialHandlers } from './trial-handlers.ts'
import { wishHandlers } from './wish-handlers.ts'

/** The whole API of the contract without a server. */
export const apiHandlers = [
  ...systemHandlers,
  ...secondFactorHandlers,
  ...sessionHandlers,
  ...ownSessionHandlers,
  ...singleSignOnHandlers,
  ...administrationHandlers,
  ...homeHandlers,
  ...cancerTypeHandlers,
  ...careTeamHandlers,
  ...delegationHandlers,
  ...patientHandlers,
  ...wishHandlers,
  ...changeHandlers,
  ...trialHandlers,
  ...referralHandlers,
  ...recruitmentHandlers,
  ...feasibilityHandlers,
  ...dataGapHandlers,
  ...auditHandlers,
  ...releaseHandlers,
  http.all('*/api/*', ({ request }) => noSuchAddress(request).toResponse()),
]

function noSuchAddress({ method, url }: Request): Problem {
  const detail = `${method} ${new URL(url).pathname} is not part of this service.`
  return new Problem(404, 'no-such-address', 'No such address', detail, 'Check the address.')
}
