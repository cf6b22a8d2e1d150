import { describe, expect, test } from 'vitest'
import { absoluteMilliseconds, idleMilliseconds, sessionLeft } from './session-limits.ts'

const beganAt = Date.UTC(2026, 5, 15, 8)

describe('a session that nobody uses', () => {
  const left = (unused: number) => sessionLeft({ beganAt, lastUsedAt: beganAt + 1000, now: beganAt + 1000 + unused })

  test('lasts fifteen minutes', () => {
    expect(idleMilliseconds).toBe(15 * 60_000)
    expect(left(idleMilliseconds - 1)?.idle).toBe(1)
    expect(left(idleMilliseconds)).toBeNull()
    expect(left(idleMilliseconds + 1)).toBeNull()
  })
})

describe('a session that is always in use', () => {
  const left = (age: number) => sessionLeft({ beganAt, lastUsedAt: beganAt + age, now: beganAt + age })

  test('lasts twelve hours', () => {
    expect(absoluteMilliseconds).toBe(12 * 3_600_000)
    expect(left(absoluteMilliseconds - 1)).toEqual({ idle: 1, absolute: 1 })
    expect(left(absoluteMilliseconds)).toBeNull()
    expect(left(absoluteMilliseconds + 1)).toBeNull()
  })

  test('is told to end by the nearer of both limits', () => {
    expect(left(0)).toEqual({ idle: idleMilliseconds, absolute: absoluteMilliseconds })
    expect(left(absoluteMilliseconds - 60_000)?.idle).toBe(60_000)
  })
})
