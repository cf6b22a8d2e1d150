import { randomUUID } from 'node:crypto'
import type { components } from '../../api/schema.ts'
import type { Send } from '../support/build-app.ts'
import { testDay } from '../support/demonstration-seed.ts'
import { changeHeaders, type HttpClient } from '../support/http-client.ts'

type Schemas = components['schemas']

export interface PlateletCount {
  /** In 10*9/L. */
  readonly value: number
  /** The earlier count that this one corrects; of two results of one day nobody could say which counts. */
  readonly replaces: string | null
}

export interface RecordedCount {
  readonly itemId: string
  /** The number of trials whose outcome it changed. */
  readonly changed: number
}

/** Records a platelet count for a patient. */
export type RecordPlatelets = (patientId: string, count: PlateletCount) => Promise<RecordedCount>

/** Into the server of this process, without a network. */
export function recordInProcess(send: Send): RecordPlatelets {
  return async (patientId, count) => {
    const url = `/api${itemsOf(patientId)}`
    const headers = { 'idempotency-key': randomUUID() }
    const { statusCode, body } = await send({ method: 'POST', url, payload: bodyOf(count), headers })
    return recordedCount(statusCode, body)
  }
}

/** Over a connection, as a browser sends it. */
export function recordOverHttp(client: HttpClient): RecordPlatelets {
  return async (patientId, count) => {
    const { status, body } = await client.post(itemsOf(patientId), bodyOf(count), changeHeaders(null))
    return recordedCount(status, body)
  }
}

function itemsOf(patientId: string): string {
  return `/patients/${patientId}/items`
}

function bodyOf({ value, replaces }: PlateletCount): Schemas['NewObservation'] {
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
    ...(replaces === null ? {} : { replaces }),
  }
}

function recordedCount(status: number, body: string): RecordedCount {
  if (status !== 201) throw new Error(`Recording a platelet count was answered with ${status}: ${body}`)
  const { itemId, changes }: Schemas['RecordedChange'] = JSON.parse(body)
  return { itemId, changed: changes.length }
}
