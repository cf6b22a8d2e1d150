import { describe, expect, it } from 'vitest'
import { type MoveValues, moveValuesOf, readMove } from './move-values.ts'

const typed: MoveValues = {
  to: 'consented',
  reasonCode: '',
  note: '',
  occurredOn: '6/11/2026',
  version: 3,
  idempotencyKey: 'b4f1c3c0-0000-4000-8000-000000000001',
}

describe('a step as typed', () => {
  it('is sent with what was filled in and nothing else', () => {
    expect(readMove(typed)).toEqual({ kind: 'ok', body: { to: 'consented', occurredOn: '2026-11-06' } })
    expect(readMove({ ...typed, to: 'declined', occurredOn: '', reasonCode: 'PD04', note: ' Too far ' })).toEqual({
      kind: 'ok',
      body: { to: 'declined', reasonCode: 'PD04', note: 'Too far' },
    })
  })

  it.each(['30/2/2026', 'yesterday', '2026-13-01'])(
    'with the day "%s" is given back with the day named',
    (occurredOn) => {
      expect(readMove({ ...typed, occurredOn })).toMatchObject({
        kind: 'faulty',
        fieldId: 'occurredOn',
        message: expect.stringContaining(occurredOn),
      })
    },
  )

  it.each(['', 'recovered'])('towards "%s" is not a step', (to) => {
    expect(readMove({ ...typed, to })).toMatchObject({ kind: 'faulty', fieldId: 'to' })
  })

  it('reads a form that lacks the fields its step does not have', () => {
    const form = new FormData()
    form.set('to', 'received')
    form.set('version', '2')
    expect(moveValuesOf(form)).toMatchObject({ to: 'received', reasonCode: '', note: '', occurredOn: '', version: 2 })
  })
})
