import { describe, expect, it } from 'vitest'
import { stoodBefore, valuesUpTo } from './correction-chain.ts'
import { finding } from './sample-record.ts'

const row = (id: string, value: number, replaces: string | null = null) =>
  finding('lab', 'platelets', value, '2026-11-21', { id, replaces })
const restored = (id: string, value: number, replaces: string) => ({
  ...row(id, value, replaces),
  restorationReason: 'Mistyped figure',
})

const a = row('a', 35)
const b = row('b', 40, 'a')
const c = row('c', 45, 'b')

describe('what stood before a row', () => {
  it('is what the row corrected, one correction at a time', () => {
    const rows = [c, a, b]
    expect(stoodBefore(rows, 'a')).toBeNull()
    expect(stoodBefore(rows, 'b')).toBe(a)
    expect(stoodBefore(rows, 'c')).toBe(b)
    expect(valuesUpTo(rows, 'c')).toEqual([a, b, c])
  })

  it('is nothing where the first value was brought back: the correction between was a mistake', () => {
    const rows = [a, b, restored('again', 35, 'b')]
    expect(valuesUpTo(rows, 'again').map(({ id }) => id)).toEqual(['again'])
    expect(stoodBefore(rows, 'again')).toBeNull()
  })

  it('is, of a value that was brought back, what stood before that value, never the mistake', () => {
    const rows = [a, b, c, restored('again', 40, 'c')]
    expect(stoodBefore(rows, 'again')).toBe(a)
    const twice = [...rows, restored('first', 35, 'again')]
    expect(stoodBefore(twice, 'first')).toBeNull()
    const corrected = [...rows, row('d', 38, 'again')]
    expect(valuesUpTo(corrected, 'd').map(({ id }) => id)).toEqual(['a', 'again', 'd'])
  })

  it('is nothing for a row that is not there, and rows that name each other come to an end', () => {
    expect(valuesUpTo([a], 'elsewhere')).toEqual([])
    expect(stoodBefore([b], 'b')).toBeNull()
    expect(valuesUpTo([row('x', 1, 'y'), row('y', 2, 'x')], 'x').map(({ id }) => id)).toEqual(['y', 'x'])
  })
})
