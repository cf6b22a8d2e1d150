import { randomUUID } from 'node:crypto'
import type { components } from '../../api/schema.ts'
import type { Send } from '../support/build-app.ts'
import { testDay } from '../support/demonstration-seed.ts'
import { changeHeaders, type HttpClient } from '../support/http-client.ts'

type Schemas = components['schemas']

/** Records a platelet count for a patient (10*9/L) and gives the number of trials whose outcome it changed. */
export type RecordPlatelets = (patientId: string, platelets: number) => Promise<number>

/** Into the server of this process, without a network. */
export function recordInProcess(send: Send): RecordPlatelets {
  return async (patientId, platelets) => {
    const url = `/api${itemsOf(patientId)}`
    const headers = { 'idempotency-key': randomUUID() }
    const { statusCode, body } = await send({ method: 'POST', url, payload: plateletCount(platelets), headers })
    return changedTrials(statusCode, body)
  }
}

/** Over a connection, as a browser sends it. */
export function recordOverHttp(client: HttpClient): RecordPlatelets {
  return async (patientId, platelets) => {
    const { status, body } = await client.post(itemsOf(patientId), plateletCount(platelets), changeHeaders(null))
    return changedTrials(status, body)
  }
}

function itemsOf(patientId: string): string {
  return `/patients/${patientId}/items`
}

function plateletCount(value: number): Schemas['NewObservation'] {
  return {
    kind: 'observation',
    observationKind: 'lab',
    code: 'platelets',
    value,
    unit: '10*9/L',
    lowerLimit: 150,
    upperLimit: 400,
    observedOn: testDay,
    source: 'Laboratory system',
  }
}

function changedTrials(status: number, body: string): number {
  if (status !== 201) throw new Error(`Recording a platelet count was answered with ${status}: ${body}`)
  const { changes }: Schemas['RecordedChange'] = JSON.parse(body)
  return changes.length
}
