import type { Kysely } from 'kysely'
import type { Role } from '../../domain/access/role.ts'
import { demonstrationAccounts } from '../../mocks/data/accounts/demonstration-accounts.ts'
import type { Database } from '../../server/database/schema.ts'

/** Living patients with a proven cancer type in a team of somebody with this role at an organisation, by its code. */
export async function diagnosedPatientsOf(db: Kysely<Database>, role: Role, organisationCode: string) {
  const account = demonstrationAccounts.find(
    ({ email, role: held }) => held === role && email.endsWith(`@${organisationCode.toLowerCase()}.example`),
  )
  if (account === undefined)
    throw new RangeError(`No demonstration account has the role ${role} at ${organisationCode}`)
  const rows = await db
    .selectFrom('patient_facts')
    .innerJoin('patient', 'patient.patient_id', 'patient_facts.patient_id')
    .innerJoin('team_member', 'team_member.team_id', 'patient.team_id')
    .select(['patient_facts.patient_id', 'patient_facts.cancer_type_id'])
    .where('team_member.account_id', '=', account.accountId)
    .where('patient_facts.match_grade', '=', 'exact')
    .where('patient_facts.died_on', 'is', null)
    .orderBy('patient_facts.patient_id')
    .execute()
  return rows.flatMap(({ patient_id: patientId, cancer_type_id: cancerTypeId }) =>
    cancerTypeId === null ? [] : [{ patientId, cancerTypeId }],
  )
}
