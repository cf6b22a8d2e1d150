import { meetingDayOf, meetingDayText } from '#domain/eligibility/meeting-day-text.ts'
import type { ScreenedOutcome } from '#domain/eligibility/outcome-changes.ts'
import { isSetByClinician } from '#domain/eligibility/set-by-clinician.ts'
import type { Trx } from '../plugins/operation.ts'
import type { AnsweredTwice } from './explained-answers-repository.ts'

/** What one screening of a patient found and the one before it, trial by trial and with the trials' names. */
export async function readScreenedOutcomes(
  trx: Trx,
  { before, now }: Pick<AnsweredTwice, 'before' | 'now'>,
): Promise<{ readonly before: readonly ScreenedOutcome[]; readonly after: readonly ScreenedOutcome[] }> {
  const after = [...now.values()].map(({ assessment: { trial, outcome, criteria } }) => ({
    trialId: trial.trialId,
    registryId: trial.record.registryId,
    title: trial.record.title,
    outcome,
    isSetByClinician: isSetByClinician(criteria),
    meetingDay: outcome === 'notYet' ? meetingDayText(meetingDayOf(criteria)) : null,
  }))
  const known = new Map(after.map((trial) => [trial.trialId, trial]))
  const named = await readNames(
    trx,
    [...before.keys()].filter((trialId) => !known.has(trialId)),
  )
  return {
    before: [...before].flatMap(([trialId, { outcome, isSetByClinician: wasSet, reasons }]) => {
      const trial = known.get(trialId) ?? named.get(trialId)
      if (trial === undefined) return []
      // Worked out again only where the day alone can have changed.
      const stays = outcome === 'notYet' && now.get(trialId)?.assessment.outcome === 'notYet'
      const then = stays ? reasons?.() : null
      const meetingDay = then ? meetingDayText(meetingDayOf(then.criteria)) : null
      return [{ ...trial, outcome, isSetByClinician: wasSet, meetingDay }]
    }),
    after,
  }
}

/** Of trials that are not offered to the patient any more. */
async function readNames(
  trx: Trx,
  trialIds: readonly string[],
): Promise<ReadonlyMap<string, Omit<ScreenedOutcome, 'outcome' | 'isSetByClinician' | 'meetingDay'>>> {
  if (trialIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('trial')
    .select(['trial_id', 'registry_id', 'title'])
    .where('trial_id', 'in', [...trialIds])
    .execute()
  return new Map(
    rows.map(({ trial_id, registry_id, title }) => [trial_id, { trialId: trial_id, registryId: registry_id, title }]),
  )
}
