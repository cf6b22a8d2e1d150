import { type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import type { TrialAssessment } from '#domain/eligibility/assess-trial.ts'
import { countEach } from '#domain/eligibility/count-outcomes.ts'
import { itemNames } from '#domain/eligibility/item-name.ts'
import { listedOutcomes } from '#domain/eligibility/listed-outcomes.ts'
import { type WhyStopped, whyStopped } from '#domain/eligibility/why-stopped.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { assessListedPatients } from '../../eligibility/assess-listed-repository.ts'
import { idsOfOwnPatients } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { readReferralTags } from '../../referral-rows/referral-tag-repository.ts'

export interface PossiblePatientsQuery {
  readonly trialId: string
  readonly scope: PatientScope
  readonly outcome: components['schemas']['Outcome'] | null
  readonly after: string | null
  readonly limit: number
  readonly asOf: CalendarDate
}

const outcomes = ['noFailuresFound', 'needsClinician', 'needsData', 'notYet', 'notMatched'] as const

/** Patients of the caller whose diagnosis the trial could take, the closest to joining first. */
export async function readPossiblePatients(
  trx: Trx,
  { trialId, scope, outcome, after, limit, asOf }: PossiblePatientsQuery,
): Promise<components['schemas']['TrialPatientPage']> {
  const own = trx
    .selectFrom('screening')
    .where('screening.trial_id', '=', trialId)
    .where('screening.organisation_id', '=', scope.organisationId)
    .where('screening.patient_id', 'in', idsOfOwnPatients(scope))
  const counted = await own
    .select(['outcome', 'has_text_to_read', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['outcome', 'has_text_to_read'])
    .execute()
  const rows = await own
    .innerJoin('patient', 'patient.patient_id', 'screening.patient_id')
    .innerJoin('patient_facts', 'patient_facts.patient_id', 'screening.patient_id')
    .select([
      'screening.patient_id',
      'outcome',
      'has_text_to_read',
      'is_set_by_clinician',
      'undecided_keys',
      'family_name',
      'given_name',
      'title',
      'patient.born_on',
      'nhs_number',
    ])
    .select('patient_facts.cancer_type_id')
    .where('outcome', 'in', [...listedOutcomes(outcome)])
    .$if(after !== null, (query) =>
      query.where(
        sql<SqlBool>`(${rank}, screening.patient_id) > (select ${rank}, screening.patient_id from screening
          where screening.trial_id = ${trialId} and screening.patient_id = ${after})`,
      ),
    )
    .orderBy(rank)
    .orderBy('screening.patient_id')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const tags = await readReferralTags(
    trx,
    shown.map(({ patient_id }) => patient_id),
  )
  const explained = shown.filter((row) => row.has_text_to_read || stopped.has(row.outcome))
  const patientIds = explained.map(({ patient_id }) => patient_id)
  const assessments = await assessListedPatients(trx, { trialId, patientIds, asOf })
  const countOf = (rows: typeof counted) => rows.reduce((sum, { count }) => sum + count, 0)
  return {
    counts: countEach((each) => countOf(counted.filter((row) => row.outcome === each))),
    toRead: countOf(counted.filter((row) => row.has_text_to_read)),
    items: shown.map((row) => ({
      ...whyOf(assessments.get(row.patient_id)),
      patientId: row.patient_id,
      name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
      bornOn: row.born_on,
      nhsNumber: row.nhs_number,
      cancerType: row.cancer_type_id === null ? null : (cancerTypeNames([row.cancer_type_id])[0] ?? null),
      outcome: outcomes.find((each) => each === row.outcome) ?? 'needsData',
      hasTextToRead: row.has_text_to_read,
      toRead: row.has_text_to_read ? (assessments.get(row.patient_id)?.criteria.counts.toRead ?? 0) : 0,
      isSetByClinician: row.is_set_by_clinician,
      undecided: itemNames(row.undecided_keys),
      referral: tags.find((tag) => tag.patientId === row.patient_id && tag.trialId === trialId)?.tag ?? null,
    })),
    next: rows.length > limit ? (shown.at(-1)?.patient_id ?? null) : null,
  }
}

const stopped: ReadonlySet<string> = new Set(['notYet', 'notMatched'])

function whyOf(assessment: TrialAssessment | undefined): WhyStopped {
  return assessment === undefined ? { blocking: [], blockingFindings: [] } : whyStopped(assessment)
}

const rank = sql<number>`array_position(${[...outcomes]}::text[], screening.outcome)`
