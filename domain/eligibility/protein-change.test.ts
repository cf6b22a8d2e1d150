import { describe, expect, it } from 'vitest'
import { isSameProteinChange } from './protein-change.ts'

describe('a stop codon', () => {
  const stop = ['R213X', 'p.R213X', 'p.Arg213X', 'p.(Arg213X)', 'p.Arg213Ter', 'R213Ter']

  it.each(stop)('asked for as %s is the one that a report writes in any way', (asked) => {
    for (const found of [...stop, 'R213*', 'p.Arg213*']) expect(isSameProteinChange(asked, found), found).toBe(true)
    for (const found of ['R213L', 'R214X', 'R213Xfs']) expect(isSameProteinChange(asked, found), found).toBe(false)
  })

  const frameshift = ['R97Pfs*23', 'p.Arg97Profs*23', 'p.Arg97ProfsTer23', 'p.(Arg97ProfsX23)', 'R97PfsX23']

  it.each(frameshift)('after a shift of the frame asked for as %s is at its distance', (asked) => {
    for (const found of frameshift) expect(isSameProteinChange(asked, found), found).toBe(true)
    for (const found of ['R97PfsX24', 'R97Pfs']) expect(isSameProteinChange(asked, found), found).toBe(false)
  })

  it('is one of the changes at its place', () => {
    for (const found of ['R213X', 'R213*', 'R213L']) expect(isSameProteinChange('p.Arg213*', found)).toBe(true)
    expect(isSameProteinChange('p.Arg21*', 'R213X')).toBe(false)
  })
})
