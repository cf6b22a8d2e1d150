import type { OpenDatabase } from '../../server/database/database-engine.ts'
import { openTestApp } from '../support/build-app.ts'
import { type Distribution, distributionOf, timed } from './distribution.ts'
import { fillCaseload } from './fill-caseload.ts'
import { amendTrial, openNewTrial } from './open-new-trial.ts'
import { pollWorklist } from './poll-worklist.ts'

export interface NewTrialTimes {
  readonly seconds: number
  /** Patients who have an answer of the new trial, or whose answer the amendment changed. */
  readonly answers: number
  /** How long requests for the worklist took in ms, before the trial opened and meanwhile. */
  readonly idle: Distribution
  readonly meanwhile: Distribution
}

/** The whole application on the engine that TEST_DATABASE_URL chooses; it must be set before this module is loaded. */
export function timeNewTrial(patientCount: number): Promise<NewTrialTimes> {
  return timeScreening(patientCount, async () => {}, openNewTrial)
}

/** The same for a new version of a trial that changes every answer. */
export function timeAmendedTrial(patientCount: number): Promise<NewTrialTimes> {
  return timeScreening(patientCount, openNewTrial, amendTrial)
}

type Step = (database: OpenDatabase, turn: number) => Promise<unknown>

async function timeScreening(patientCount: number, prepare: Step, screen: typeof openNewTrial): Promise<NewTrialTimes> {
  const app = await openTestApp({ checksAnswers: false })
  try {
    const { db } = app.database
    const filling = await timed(() => fillCaseload(db, patientCount))
    console.log(`${patientCount} patients made in ${Math.round(filling.ms / 1000)} s`)
    await db.deleteFrom('job').execute()
    await prepare(app.database, 1)
    const send = await app.signInAs('oncologist')
    const quiet = pollWorklist(send, 20)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const idle = distributionOf(await quiet.stop())
    const poller = pollWorklist(send, 20)
    const { ms, result } = await timed(() => screen(app.database, 1))
    const meanwhile = distributionOf(await poller.stop())
    return { seconds: ms / 1000, answers: result, idle, meanwhile }
  } finally {
    await app.close()
  }
}
