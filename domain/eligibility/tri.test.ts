import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allTri, anyTri, atLeastTri, notTri, type Tri } from './tri.ts'

const values: readonly Tri[] = ['met', 'notMet', 'unknown']
const tri = fc.constantFrom(...values)

describe('three-valued logic', () => {
  it.each([
    ['met', 'met', 'met', 'met'],
    ['met', 'unknown', 'unknown', 'met'],
    ['met', 'notMet', 'notMet', 'met'],
    ['unknown', 'unknown', 'unknown', 'unknown'],
    ['unknown', 'notMet', 'notMet', 'unknown'],
    ['notMet', 'notMet', 'notMet', 'notMet'],
  ] as const)('%s with %s: all is %s, any is %s', (a, b, all, any) => {
    expect(allTri([a, b])).toBe(all)
    expect(allTri([b, a])).toBe(all)
    expect(anyTri([a, b])).toBe(any)
    expect(anyTri([b, a])).toBe(any)
  })

  it('leaves unknown unknown when turned round', () => {
    expect(values.map(notTri)).toEqual(['notMet', 'met', 'unknown'])
  })

  it('holds all of nothing to be met, and any of nothing not to be', () => {
    expect(allTri([])).toBe('met')
    expect(anyTri([])).toBe('notMet')
  })

  it('keeps De Morgan: not all is any not', () => {
    fc.assert(fc.property(fc.array(tri), (list) => notTri(allTri(list)) === anyTri(list.map(notTri))))
  })

  it('counts: at least all of them is all, at least one is any, at least none is met', () => {
    fc.assert(
      fc.property(fc.array(tri, { minLength: 1 }), (list) => {
        expect(atLeastTri(list.length, list)).toBe(allTri(list))
        expect(atLeastTri(1, list)).toBe(anyTri(list))
        expect(atLeastTri(0, list)).toBe('met')
      }),
    )
  })

  it.each([
    [2, ['met', 'met', 'notMet'], 'met'],
    [2, ['met', 'unknown', 'notMet'], 'unknown'],
    [2, ['met', 'notMet', 'notMet'], 'notMet'],
    [3, ['met', 'met'], 'notMet'],
  ] as const)('at least %i of %j is %s', (n, list, verdict) => {
    expect(atLeastTri(n, list)).toBe(verdict)
  })

  it('never turns a settled answer round when an unknown is settled', () => {
    fc.assert(
      fc.property(fc.array(tri), fc.nat(4), fc.constantFrom<Tri>('met', 'notMet'), (list, n, settled) => {
        const later = list.map((value) => (value === 'unknown' ? settled : value))
        for (const fold of [allTri, anyTri, (all: readonly Tri[]) => atLeastTri(n, all)]) {
          if (fold(list) !== 'unknown') expect(fold(later)).toBe(fold(list))
        }
      }),
    )
  })
})
