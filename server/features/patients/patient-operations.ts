import {
  describePastInstantFault,
  type PastInstantFault,
  pastInstantFault,
} from '#domain/eligibility/past-instant-fault.ts'
import { readPastVerdict } from '../../eligibility/past-verdict-repository.ts'
import { readCandidates, readTrialVerdict } from '../../eligibility/patient-verdict-repository.ts'
import { scopeOf } from '../../patient-rows/patients-in-scope.ts'
import type { Operation } from '../../plugins/operation.ts'
import { notFound, Problem } from '../../plugins/problem.ts'
import { readReferralTags } from '../../referral-rows/referral-tag-repository.ts'
import { describePatientRow } from './describe-patient-row.ts'
import { overrideVerdict, withdrawOverride } from './override-verdict.ts'
import { countPatientFacets } from './patient-counts-repository.ts'
import { countPatientTotal, listPatientPage } from './patient-list-repository.ts'
import { readPatient } from './patient-repository.ts'
import { recordPatientItem, recordPatientItems } from './record-patient-item.ts'

const usualLimit = 50

/** The patients whom the caller looks after. Somebody else's patient is answered like one that does not exist. */
export const patientOperations: {
  readonly searchPatients: Operation<'searchPatients'>
  readonly countPatients: Operation<'countPatients'>
  readonly getPatient: Operation<'getPatient'>
  readonly listPatientCandidates: Operation<'listPatientCandidates'>
  readonly getPatientTrialVerdict: Operation<'getPatientTrialVerdict'>
  readonly recordPatientItem: Operation<'recordPatientItem'>
  readonly recordPatientItems: Operation<'recordPatientItems'>
  readonly overrideVerdict: Operation<'overrideVerdict'>
  readonly withdrawOverride: Operation<'withdrawOverride'>
} = {
  async searchPatients({ trx, caller, asOf, body, audit }) {
    const scope = scopeOf(caller)
    const sort = body.sort ?? 'name'
    const page = await listPatientPage(trx, {
      scope,
      filters: body.filters,
      sort,
      isAscending: (body.direction ?? usualDirection[sort]) === 'ascending',
      after: body.after,
      before: body.before,
      limit: body.limit ?? usualLimit,
    })
    const patientIds = page.items.map(({ patient_id }) => patient_id)
    audit.patients(patientIds)
    const tags = await readReferralTags(trx, patientIds)
    return {
      body: {
        items: page.items.map((row) =>
          describePatientRow(
            row,
            tags.filter(({ patientId }) => patientId === row.patient_id).map(({ tag }) => tag),
            { scope, asOf },
          ),
        ),
        total: await countPatientTotal(trx, scope, body.filters),
        next: page.next,
        previous: page.previous,
      },
    }
  },

  async countPatients({ trx, caller, body }) {
    const scope = scopeOf(caller)
    const facets = await countPatientFacets(trx, scope, body)
    return { body: { ...facets, total: await countPatientTotal(trx, scope, body) } }
  },

  async getPatient({ trx, caller, asOf, now, params }) {
    const body = await readPatient(trx, {
      patientId: params.patientId,
      scope: scopeOf(caller),
      accountId: caller.accountId,
      asOf,
      now,
    })
    if (!body) throw notFound('patient')
    return { body }
  },

  async listPatientCandidates({ trx, caller, asOf, params }) {
    const scope = scopeOf(caller)
    const { accountId, organisation: from } = caller
    const body = await readCandidates(trx, { ...params, scope, accountId, asOf, from })
    if (!body) throw notFound('patient')
    return { body }
  },

  async getPatientTrialVerdict({ trx, caller, asOf, now, params, query }) {
    const { accountId, organisation: from } = caller
    const asked = { ...params, scope: scopeOf(caller), accountId, asOf, from }
    const fault = query.at === undefined ? null : pastInstantFault(query.at, now.toISOString())
    if (fault !== null) throw noPastAnswer(fault)
    const at = query.at === undefined ? null : new Date(query.at)
    const body = await (at === null ? readTrialVerdict(trx, asked) : readPastVerdict(trx, { ...asked, at }))
    if (body === 'notHeldYet') throw noPastAnswer('beforeTrial')
    if (!body) throw notFound('patient or trial')
    return { body }
  },

  recordPatientItem,
  recordPatientItems,
  overrideVerdict,
  withdrawOverride,
}

function noPastAnswer(fault: PastInstantFault): Problem {
  const { kind, title, detail, remedy, errors } = describePastInstantFault(fault)
  return new Problem(400, kind, title, detail, remedy, { errors: [...errors] })
}

/** Names and birthdays run forward; what is newest or most promising comes first. */
const usualDirection = {
  name: 'ascending',
  bornOn: 'ascending',
  diagnosedOn: 'descending',
  candidates: 'descending',
  updated: 'descending',
} as const
