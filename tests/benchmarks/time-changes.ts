import type { Clock } from '../../server/clock.ts'
import { openTestApp, type TestApp } from '../support/build-app.ts'
import type { TestDatabase } from '../support/database-template.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import { signInOverHttp } from '../support/http-client.ts'
import { changePatient } from './change-patient.ts'
import { diagnosedPatientsOf } from './diagnosed-patients.ts'
import { distributionOf, timed } from './distribution.ts'
import { openVariants } from './open-variants.ts'
import { type PlateletCount, type RecordPlatelets, recordInProcess, recordOverHttp } from './record-platelets.ts'

export interface ChangeTimes {
  /** How many patients were changed in turn. */
  readonly patients: number
  /** Trials assessed for one of them; the median. */
  readonly trialsAssessed: number
  /** Trials whose outcome one change moved; the median. */
  readonly outcomesChanged: number
  /** In ms, one for each change, as are the others. */
  readonly endToEnd: readonly number[]
  readonly overSocket: readonly number[]
  readonly functionsAlone: readonly number[]
}

export interface ChangesAsked {
  readonly trialCount: number
  readonly changeCount: number
  /** Whether the variants among the trials are for the cancers of the patients who are changed. */
  readonly isForOwnCancers: boolean
  /** Holds the demonstration, and is closed afterwards. One in memory unless given. */
  readonly database?: TestDatabase
}

const organisation = 'ZZ001'
const mostPatients = 25
// Either side of the usual limits of 75 and 100, also of one that a variant has moved.
const [low, high] = [30, 300]

/** Changes patients again and again: by requests, by requests over a socket, and by the functions behind them. */
export async function timeChanges(asked: ChangesAsked): Promise<ChangeTimes> {
  const clock = runningClock()
  const { database } = asked
  const app = await openTestApp({ clock, checksAnswers: false, ...(database === undefined ? {} : { database }) })
  const { db } = app.database
  try {
    const diagnosed = await diagnosedPatientsOf(db, 'nurse', organisation)
    const cancerTypeIds = [...new Set(diagnosed.map(({ cancerTypeId }) => cancerTypeId))]
    await openVariants(db, asked.trialCount, asked.isForOwnCancers ? cancerTypeIds : null)

    const next = countsInTurn()
    const record = recordInProcess(await app.signInAs('nurse', organisation))
    const patientIds = await thoseWhoChange(next, record, diagnosed)
    const inTurn = <Result>(change: Change<Result>) => changeInTurn(patientIds, asked.changeCount, change)

    const requests = await inTurn(mustChange(next, record))
    const listening: Promise<string> = app.app.listen({ host: '127.0.0.1', port: 0 })
    const overHttp = recordOverHttp(await signInOverHttp(await listening, 'nurse', organisation))
    const overSocket = await inTurn(mustChange(next, overHttp))
    const functions = await inTurn((patientId) =>
      next(patientId, async (count) => ({ itemId: await changePatient(db, patientId, count, clock.now()) })),
    )
    return {
      patients: patientIds.length,
      trialsAssessed: distributionOf(await trialsAssessed(app, patientIds)).median,
      outcomesChanged: distributionOf(requests.results).median,
      endToEnd: requests.times,
      overSocket: overSocket.times,
      functionsAlone: functions.times,
    }
  } finally {
    await app.close()
  }
}

/** A second passes with every look at it: of two results of one day the one recorded later counts. */
function runningClock(): Clock {
  let seconds = 0
  return {
    now() {
      seconds += 1
      return new Date(testInstant.getTime() + 1000 * seconds)
    },
  }
}

type Change<Result> = (patientId: string) => Promise<Result>

/** Has the next count of a patient recorded. */
type Next = <Result extends { readonly itemId: string }>(
  patientId: string,
  record: (count: PlateletCount) => Promise<Result>,
) => Promise<Result>

/** Of each patient a low count, then a high one, then a low one, each in place of the one before. */
function countsInTurn(): Next {
  const before = new Map<string, { readonly value: number; readonly itemId: string }>()
  return async (patientId, record) => {
    const last = before.get(patientId)
    const value = last?.value === low ? high : low
    const recorded = await record({ value, replaces: last?.itemId ?? null })
    before.set(patientId, { value, itemId: recorded.itemId })
    return recorded
  }
}

/** After three counts, of which the first is new to the patient, those for whom each of the others changed something. */
async function thoseWhoChange(
  next: Next,
  record: RecordPlatelets,
  patients: readonly { readonly patientId: string }[],
): Promise<readonly string[]> {
  const chosen: string[] = []
  for (const { patientId } of patients) {
    const recordNext = async () => (await next(patientId, (count) => record(patientId, count))).changed
    await recordNext()
    const changed = [await recordNext(), await recordNext()]
    if (!changed.includes(0)) chosen.push(patientId)
    if (chosen.length === mostPatients) break
  }
  if (chosen.length === 0) throw new Error(`A platelet count changes no outcome of any patient at ${organisation}`)
  return chosen
}

/** Gives how many trials each change moved. */
function mustChange(next: Next, record: RecordPlatelets): Change<number> {
  return async (patientId) => {
    const { changed } = await next(patientId, (count) => record(patientId, count))
    if (changed === 0) throw new Error(`A platelet count changed no outcome of patient ${patientId}`)
    return changed
  }
}

/** Each patient once without counting, for the connection and the caches; then in turn as often as asked. */
async function changeInTurn<Result>(patientIds: readonly string[], changeCount: number, change: Change<Result>) {
  const times: number[] = []
  const results: Result[] = []
  for (const patientId of patientIds) await change(patientId)
  while (times.length < changeCount) {
    for (const patientId of patientIds.slice(0, changeCount - times.length)) {
      const { ms, result } = await timed(() => change(patientId))
      times.push(ms)
      results.push(result)
    }
  }
  return { times, results }
}

/** How many trials have an answer for each of some patients. */
async function trialsAssessed({ database }: TestApp, patientIds: readonly string[]): Promise<readonly number[]> {
  const rows = await database.db
    .selectFrom('screening')
    .select(({ fn }) => fn.countAll<number>().as('trials'))
    .where('patient_id', 'in', [...patientIds])
    .groupBy('patient_id')
    .execute()
  return rows.map(({ trials }) => Number(trials))
}
