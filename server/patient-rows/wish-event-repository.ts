import type { NamedTrial, TrialNamed } from '#domain/patient-wishes/describe-wishes.ts'
import type { WishEvent } from '#domain/patient-wishes/wish-event.ts'
import type { Trx } from '../plugins/operation.ts'
import { toWishEvent } from './wish-event-mapping.ts'

/** The history of a patient's wishes, oldest line first. */
export async function readWishEvents(trx: Trx, patientId: string): Promise<readonly WishEvent[]> {
  const rows = await trx
    .selectFrom('patient_wish_event')
    .selectAll()
    .where('patient_id', '=', patientId)
    .orderBy('sequence')
    .execute()
  return rows.map(toWishEvent)
}

export interface WishEventToAdd {
  readonly patientId: string
  readonly sequence: number
  readonly accountId: string | null
  readonly event: WishEvent
}

export async function addWishEvents(trx: Trx, lines: readonly WishEventToAdd[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map(({ patientId, sequence, accountId, event: { eventId, recordedBy, recordedAt, ...act } }) => ({
    event_id: eventId,
    patient_id: patientId,
    sequence,
    kind: act.kind,
    act: JSON.stringify(act),
    account_id: accountId,
    recorded_by: recordedBy,
    recorded_at: new Date(recordedAt),
  }))
  await trx.insertInto('patient_wish_event').values(rows).execute()
}

/** Finds the trials that wishes are about; null for any other. */
export async function readTrialNames(
  trx: Trx,
  about: readonly { readonly trialId?: string | null }[],
): Promise<TrialNamed> {
  const trialIds = about.flatMap(({ trialId }) => trialId ?? [])
  if (trialIds.length === 0) return () => null
  const rows = await trx
    .selectFrom('trial')
    .select(['trial_id as trialId', 'registry_id as registryId', 'title'])
    .where('trial_id', 'in', trialIds)
    .execute()
  const byId = new Map<string, NamedTrial>(rows.map((row) => [row.trialId, row]))
  return (trialId) => byId.get(trialId) ?? null
}
