import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { faultOfAnswer, type OperationId } from '../contract/answer-check.ts'
import { insideTold } from './inside-told.ts'

/** The service did not fail, told nothing of its inside, and answered as the contract says. */
export function expectHarmless(
  answer: LightMyRequestResponse,
  operationId: OperationId,
  what: string,
  sent = '',
): void {
  const { statusCode, body, headers } = answer
  expect(statusCode, `${what}: ${body.slice(0, 400)}`).toBeLessThan(500)
  expect(insideTold(body, sent), what).toBeNull()
  expect(String(headers['content-type'] ?? 'application/json'), what).toMatch(/^application\/(?:problem\+)?json\b/)
  expect(faultOfAnswer(operationId, statusCode, body === '' ? null : JSON.parse(body)), what).toBeNull()
}
