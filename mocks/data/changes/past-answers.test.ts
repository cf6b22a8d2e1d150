import { expect, test } from 'vitest'
import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import { storedOutcomeAt } from '#domain/eligibility/stored-outcome-at.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { DemonstrationChange, DemonstrationData } from '../demonstration-data.ts'
import { generateDemonstration } from '../generate-demonstration.ts'
import { trialHeldAt } from './trials-held-at.ts'

const oneMinute = 60_000
const halfDay = 12 * 60 * oneMinute

// In summer, and in the week in which summer time ends.
test.each(['2026-06-15', '2026-10-28'])(
  'every answer stored for an instant is the one that the rows known then give: the demonstration of %s',
  (asOf) => {
    const data = generateDemonstration({ asOf })
    const pairs = Map.groupBy(data.changes, ({ patientId, trialId }) => `${patientId} ${trialId}`)
    const differences = [...pairs.values()].flatMap((changes) => differencesOf(data, changes))
    expect(pairs.size).toBeGreaterThan(20)
    expect(differences).toEqual([])
  },
)

/** Where a stored answer is not reproduced: at each change, a minute before and after it, and every half day of the week. */
function differencesOf(data: DemonstrationData, changes: readonly DemonstrationChange[]): readonly string[] {
  const firstScreened = Date.parse(`${data.asOf}T18:00:00Z`) - 7 * 2 * halfDay
  const asked = [
    ...changes.flatMap(({ at }) => [-oneMinute, 0, oneMinute].map((later) => Date.parse(at) + later)),
    ...Array.from({ length: 13 }, (_, place) => firstScreened + place * halfDay),
  ]
  return asked
    .filter((instant) => instant >= firstScreened)
    .map((instant) => new Date(instant).toISOString())
    .flatMap((at) => {
      const { storedOutcome } = storedOutcomeAt(
        at,
        changes.map((change) => ({ ...change, isSameRules: true })),
        null,
      )
      const reproduced = storedOutcome === null ? null : answerAt(data, changes, at)
      const { patientId, trialId } = changes[0] ?? {}
      return storedOutcome === reproduced
        ? []
        : [`${patientId} ${trialId} at ${at}: stored ${storedOutcome}, reproduced ${reproduced}`]
    })
}

function answerAt(data: DemonstrationData, [change]: readonly DemonstrationChange[], at: string): Outcome {
  const patient = data.patients.find(({ patientId }) => patientId === change?.patientId)
  const source = data.trials.find(({ trialId }) => trialId === change?.trialId)
  const trial = source && trialHeldAt(source, at)
  if (!patient || !trial) throw new Error(`A change is about nobody, or about no trial held at ${at}.`)
  const said = data.overrides.filter(
    ({ patientId, trialId, entry }) => patientId === patient.patientId && trialId === trial.trialId && entry.at <= at,
  )
  return assessTrial(
    deriveFacts(recordAsKnownAt(patient.record, at)),
    trial,
    calendarDateInLondon(new Date(at)),
    standingOverrides(said.map(({ entry }) => entry)),
  ).outcome
}
