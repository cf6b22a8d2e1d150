import type { Migration } from 'kysely/migration'
import * as extensionsAndRoles from './migrations/0001-extensions-and-roles.ts'
import * as accounts from './migrations/0002-accounts.ts'
import * as patients from './migrations/0003-patients.ts'
import * as patientFacts from './migrations/0004-patient-facts.ts'
import * as trials from './migrations/0005-trials.ts'
import * as referrals from './migrations/0006-referrals.ts'
import * as recruitment from './migrations/0007-recruitment.ts'
import * as work from './migrations/0008-work.ts'
import * as grants from './migrations/0009-grants.ts'
import * as screeningColumns from './migrations/0010-screening-columns.ts'
import * as searchForms from './migrations/0011-search-forms.ts'
import * as screeningFacts from './migrations/0012-screening-facts.ts'
import * as screeningHistory from './migrations/0013-screening-history.ts'
import * as verdictOverrides from './migrations/0014-verdict-overrides.ts'
import * as screeningInSql from './migrations/0015-screening-in-sql.ts'
import * as worklistSorts from './migrations/0016-worklist-sorts.ts'
import * as answersCheckedByTheirCounts from './migrations/0017-answers-checked-by-their-counts.ts'
import * as trialEncoding from './migrations/0018-trial-encoding.ts'
import * as daysOfWords from './migrations/0019-days-of-words.ts'
import * as withdrawnRows from './migrations/0020-withdrawn-rows.ts'
import * as childbearingDay from './migrations/0022-childbearing-day.ts'
import * as restoredRows from './migrations/0023-restored-rows.ts'
import * as audit from './migrations/0024-audit.ts'
import * as allClasses from './migrations/0025-all-classes.ts'
import * as localAccounts from './migrations/0026-local-accounts.ts'
import * as releases from './migrations/0027-releases.ts'
import * as setByClinician from './migrations/0028-set-by-clinician.ts'
import * as verdictsToLookAtAgain from './migrations/0029-verdicts-to-look-at-again.ts'
import * as siteState from './migrations/0030-site-state.ts'
import * as careTeams from './migrations/0031-care-teams.ts'
import * as secondWall from './migrations/0032-second-wall.ts'
import * as accountCare from './migrations/0033-account-care.ts'
import * as singleSignOn from './migrations/0034-single-sign-on.ts'
import * as delegationLog from './migrations/0035-delegation-log.ts'
import * as patientWishes from './migrations/0036-patient-wishes.ts'
import * as teamNames from './migrations/0038-team-names.ts'
import * as trialsToRead from './migrations/0039-trials-to-read.ts'
import * as namedRoles from './migrations/0040-named-roles.ts'
import * as cheaperWall from './migrations/0041-cheaper-wall.ts'
import * as gateRole from './migrations/0042-gate-role.ts'
import * as recordsOneByOne from './migrations/0043-records-one-by-one.ts'

/**
 * Every migration, in the order of its name. A static list, so that a build or a test never depends on what lies in a
 * folder. A published migration never changes; a correction is a new one.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-extensions-and-roles': extensionsAndRoles,
  '0002-accounts': accounts,
  '0003-patients': patients,
  '0004-patient-facts': patientFacts,
  '0005-trials': trials,
  '0006-referrals': referrals,
  '0007-recruitment': recruitment,
  '0008-work': work,
  '0009-grants': grants,
  '0010-screening-columns': screeningColumns,
  '0011-search-forms': searchForms,
  '0012-screening-facts': screeningFacts,
  '0013-screening-history': screeningHistory,
  '0014-verdict-overrides': verdictOverrides,
  '0015-screening-in-sql': screeningInSql,
  '0016-worklist-sorts': worklistSorts,
  '0017-answers-checked-by-their-counts': answersCheckedByTheirCounts,
  '0018-trial-encoding': trialEncoding,
  '0019-days-of-words': daysOfWords,
  '0020-withdrawn-rows': withdrawnRows,
  '0022-childbearing-day': childbearingDay,
  '0023-restored-rows': restoredRows,
  '0024-audit': audit,
  '0025-all-classes': allClasses,
  '0026-local-accounts': localAccounts,
  '0027-releases': releases,
  '0028-set-by-clinician': setByClinician,
  '0029-verdicts-to-look-at-again': verdictsToLookAtAgain,
  '0030-site-state': siteState,
  '0031-care-teams': careTeams,
  '0032-second-wall': secondWall,
  '0033-account-care': accountCare,
  '0034-single-sign-on': singleSignOn,
  '0035-delegation-log': delegationLog,
  '0036-patient-wishes': patientWishes,
  '0038-team-names': teamNames,
  '0039-trials-to-read': trialsToRead,
  '0040-named-roles': namedRoles,
  '0041-cheaper-wall': cheaperWall,
  '0042-gate-role': gateRole,
  '0043-records-one-by-one': recordsOneByOne,
}
