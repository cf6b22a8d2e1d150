import type { components, operations } from '#api/schema.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { newsKinds } from '#domain/eligibility/news-kinds.ts'
import { changeLabel } from '#domain/eligibility/screening-change.ts'
import type { DemonstrationChange } from '../../data/demonstration-data.ts'
import { pageOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import {
  changedTrial,
  changesInScope,
  compareChanges,
  countUnseen,
  isSeenBy,
  newsTo,
  noteSeen,
  type Reader,
} from './seen-changes.ts'

type Schemas = components['schemas']
type Query = NonNullable<operations['listCandidateChanges']['parameters']['query']>

const usualLimit = 50

/** One page of what has changed for the own teams' patients, the newest first. */
export function listChanges(
  state: DemonstrationState,
  { scope, query, ...reader }: Reader & { readonly scope: PatientScope; readonly query: Query },
): Schemas['CandidateChangePage'] {
  const { kind, trialId, seen = 'unseen', after, limit = usualLimit } = query
  const kinds: readonly string[] = kind === undefined ? newsKinds : [kind]
  const own = changesInScope(state, scope)
  const rows = (seen === 'all' ? own : newsTo(state, reader, own)).filter(
    (change) => kinds.includes(change.kind) && (trialId === undefined || change.trialId === trialId),
  )
  const find = (id: string) => own.find(({ changeId }) => changeId === id)
  const page = pageOf({ rows, find, idOf: ({ changeId }) => changeId, compare: compareChanges }, { after, limit })
  return {
    items: page.items.flatMap((change) => {
      const patient = state.patients.get(change.patientId)
      const trial = changedTrial(state, change.trialId)
      if (!patient || !trial) return []
      const { patientId, familyName, givenName, title, nhsNumber, record } = patient
      const named = { patientId, name: { familyName, givenName, title }, bornOn: record.bornOn, nhsNumber }
      return [{ patient: named, trial, ...describeChange(state, reader, change) }]
    }),
    counts: countUnseen(state, { scope, ...reader }),
    next: page.next,
  }
}

/** Every change of one patient by trial, the newest first. */
export function listPatientChanges(
  state: DemonstrationState,
  { patientId, ...reader }: Reader & { readonly patientId: string },
): Schemas['PatientChanges'] {
  const own = state.changes.filter((change) => change.patientId === patientId).toSorted(compareChanges)
  return {
    items: [...Map.groupBy(own, ({ trialId }) => trialId)].flatMap(([trialId, group]) => {
      const trial = changedTrial(state, trialId)
      return trial === null ? [] : [{ trial, changes: group.map((change) => describeChange(state, reader, change)) }]
    }),
  }
}

function describeChange(
  state: DemonstrationState,
  reader: Reader,
  change: DemonstrationChange,
): Schemas['ScreeningChange'] {
  const { changeId, from, to, hasTextToRead, isSetByClinician, kind, because, cause, at } = change
  const isSeen = isSeenBy(state, reader, change)
  const label = changeLabel(change)
  return { changeId, from, to, hasTextToRead, isSetByClinician, kind, label, because: [...because], cause, at, isSeen }
}

/** Notes that somebody has seen changes of the own teams' patients. Others are passed over. */
export function markChangesSeen(
  state: DemonstrationState,
  { scope, accountId }: { readonly scope: PatientScope; readonly accountId: string },
  changeIds: readonly string[],
): void {
  const own = changesInScope(state, scope).filter((change) => changeIds.includes(change.changeId))
  noteSeen(state, accountId, own)
}
