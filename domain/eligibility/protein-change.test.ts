import { describe, expect, it } from 'vitest'
import { changesProtein, isSameProteinChange, whyNoSubstitution } from './protein-change.ts'

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

  it('is no other amino acid at its place', () => {
    for (const found of ['R213X', 'R213*', 'R213Ter']) expect(isSameProteinChange('p.Arg213*', found)).toBe(false)
    expect(isSameProteinChange('p.Arg21*', 'R213L')).toBe(false)
  })
})

describe('a question for any change at a residue', () => {
  it.each(['R132H', 'p.Arg132His', 'p.(Arg132Cys)', ' p.R132G ', 'p.Arg132 Ser'])('is met by %s', (found) => {
    expect(isSameProteinChange('p.Arg132*', found)).toBe(true)
    expect(isSameProteinChange('R132*', found)).toBe(true)
    expect(whyNoSubstitution(found)).toBe(null)
  })

  it.each([
    ...['p.Arg132=', 'R132=', 'p.(Arg132=)', 'R132R', 'p.Arg132Arg', 'R132?', 'p.?', 'p.Arg132Ter', 'R132*', 'R132X'],
    ...[
      'R132fs',
      'p.Arg132Profs*8',
      'R132del',
      'R132dup',
      'R132_G133del',
      'R132_G133delinsK',
      'R132Xaa',
      'R1321H',
      'R132',
    ],
  ])('is not met by %s', (found) => {
    expect(isSameProteinChange('p.Arg132*', found)).toBe(false)
    expect(whyNoSubstitution(found) === null).toBe(found === 'R1321H')
  })
})

describe('a report', () => {
  it.each([
    ...['V600E', 'p.Arg213Ter', 'R213*', 'V600fs', 'W557_K558del', 'A502_Y503dup', 'p.Val560_Leu576delinsGly'],
    ...['p.Met1?', 'M1?', 'p.Ter394GlnextTer?', 'p.Arg97ProfsTer?', 'p.Trp24=/Cys'],
  ])('of %s says that the protein is another one', (found) => expect(changesProtein(found)).toBe(true))

  it.each([
    ...[
      'p.Val654=',
      'V654=',
      '=',
      'p.(=)',
      'V654V',
      'p.Val654Val',
      '?',
      'p.(?)',
      'V654?',
      'p.Val654_Asn655=',
      'p.Ter977Ter',
    ],
  ])('of %s does not', (found) => expect(changesProtein(found)).toBe(false))
})
