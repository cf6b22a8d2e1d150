import type { components, operations } from '#api/schema.ts'
import { looksAfter } from '#domain/access/patient-scope.ts'
import type { DataGapScope } from '#domain/data-gaps/data-gap-scope.ts'
import { type CaseloadGaps, describeDataGaps } from '#domain/data-gaps/describe-data-gaps.ts'
import { itemName } from '#domain/eligibility/item-name.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Caller } from '../../http/caller.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { type UndecidedPair, undecidedPairs } from '../../state/undecided-pairs.ts'

export interface BlockingItemsQuery {
  readonly state: DemonstrationState
  readonly scope: Extract<DataGapScope, { kind: 'allowed' }>
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly query: NonNullable<operations['listBlockingItems']['parameters']['query']>
}

const usualLimit = 25

/** The missing items that leave most pairs of a patient and a trial undecided. */
export function listBlockingItems({
  state,
  scope,
  caller,
  asOf,
  query: { cancerTypeId, limit = usualLimit },
}: BlockingItemsQuery): components['schemas']['BlockingItems'] {
  const { organisationId, isSuppressed } = scope
  const pairs = [...state.patients.values()]
    .filter((patient) =>
      isSuppressed
        ? organisationId === null || patient.organisationId === organisationId
        : looksAfter(caller.scope, patient),
    )
    .filter((patient) => cancerTypeId === undefined || mayHave(patient, cancerTypeId))
    .flatMap((patient) => undecidedPairs(patient, asOf))
  const offered = caller.role === 'national-lead' ? [...state.organisations.values()] : [caller.organisation]
  return {
    asOf,
    organisationId,
    organisations: offered
      .flatMap((each) => (each === null ? [] : [each]))
      .map(({ organisationId: id, code, name }) => ({ organisationId: id, code, name }))
      .toSorted((a, b) => compareKeys(a.code, b.code)),
    ...describeDataGaps(countGaps(pairs), isSuppressed, limit),
  }
}

/** Proven, or one that it may be. */
function mayHave(patient: HeldPatient, cancerTypeId: string): boolean {
  const { exact = [], group = [], possible = [] } = patient.facts().diagnosis ?? {}
  return [exact, group, possible].some((nodes) => nodes.includes(cancerTypeId))
}

function countGaps(pairs: readonly UndecidedPair[]): CaseloadGaps {
  const open = pairs.flatMap((pair) => [...pair.keys].map((key) => ({ key, pair })))
  const items = [...Map.groupBy(open, ({ key }) => key)].map(([key, group]) => ({
    key,
    label: itemName(key),
    pairs: group.length,
    settlesAlone: group.filter(({ pair }) => pair.isSettledByOne).length,
    patients: countPatients(group.map(({ pair }) => pair)),
  }))
  return { pairs: pairs.length, patients: countPatients(pairs), items }
}

function countPatients(pairs: readonly UndecidedPair[]): number {
  return new Set(pairs.map(({ patientId }) => patientId)).size
}
