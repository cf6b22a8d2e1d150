import { looksAfter, type PatientScope } from '#domain/access/patient-scope.ts'
import { type ChangeOfTrial, candidateChange, newsSince } from '#domain/eligibility/candidate-change.ts'
import type { NewsKind } from '#domain/eligibility/news-kinds.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationChange } from '../../data/demonstration-data.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'

export interface Reader {
  readonly accountId: string
  readonly asOf: CalendarDate
}

/** True of a change that the reader need not be told of: marked as seen, or long ago. */
export function isSeenBy(
  { seenChanges }: DemonstrationState,
  { accountId, asOf }: Reader,
  { at, changeId }: DemonstrationChange,
): boolean {
  return at < newsSince(asOf) || seenChanges.get(accountId)?.has(changeId) === true
}

export function noteSeen(
  { seenChanges }: DemonstrationState,
  accountId: string,
  changes: readonly DemonstrationChange[],
): void {
  const seen = seenChanges.get(accountId) ?? new Set()
  seenChanges.set(accountId, new Set([...seen, ...changes.map(({ changeId }) => changeId)]))
}

/** The newest first. */
export function compareChanges(a: DemonstrationChange, b: DemonstrationChange): number {
  return compareKeys(b.at, a.at) || compareKeys(b.changeId, a.changeId)
}

/** What the reader has not seen of the trials of one patient. */
export function unseenOfPatient(
  state: DemonstrationState,
  { patientId, ...reader }: Reader & { readonly patientId: string },
): readonly ChangeOfTrial[] {
  const own = state.changes
    .filter((change) => change.patientId === patientId)
    .toSorted(compareChanges)
    .map((change) => ({ ...change, isSeen: isSeenBy(state, reader, change) }))
  return [...Map.groupBy(own, ({ trialId }) => trialId)].flatMap(([trialId, group]) => {
    const change = candidateChange(group)
    const trial = changedTrial(state, trialId)
    return change === null || trial === null ? [] : [{ trial, change }]
  })
}

/** Of some changes, what the reader is to be told of: the newest of each patient and trial, of whatever kind, where unseen. */
export function newsTo(
  state: DemonstrationState,
  reader: Reader,
  changes: readonly DemonstrationChange[],
): readonly DemonstrationChange[] {
  const newestFirst = changes.toSorted(compareChanges)
  const byPair = Map.groupBy(newestFirst, ({ patientId, trialId }) => `${patientId} ${trialId}`)
  return [...byPair.values()].flatMap((group) => group.slice(0, 1).filter((newest) => !isSeenBy(state, reader, newest)))
}

/** The changes of the patients of the own teams. */
export function changesInScope(state: DemonstrationState, scope: PatientScope): readonly DemonstrationChange[] {
  return state.changes.filter((change) => {
    const patient = state.patients.get(change.patientId)
    return patient !== undefined && looksAfter(scope, patient)
  })
}

/** How many of the own teams' patients and trials have a newest change that the reader has not seen, by its kind. */
export function countUnseen(
  state: DemonstrationState,
  { scope, ...reader }: Reader & { readonly scope: PatientScope },
): Record<NewsKind, number> {
  const own = changesInScope(state, scope)
  const news = newsTo(state, reader, own)
  const count = (kind: NewsKind) => news.filter((change) => change.kind === kind).length
  return {
    newTrial: count('newTrial'),
    nowMayFit: count('nowMayFit'),
    toLookAgain: count('toLookAgain'),
    noLongerMatches: count('noLongerMatches'),
  }
}

export function changedTrial({ trials }: DemonstrationState, trialId: string): ChangeOfTrial['trial'] | null {
  const trial = trials.get(trialId)
  if (trial === undefined) return null
  const { registryId, title } = trial.record
  return { trialId, registryId, title }
}
