import { describe, expect, it } from 'vitest'
import { type OpenForm, type SettlingEntry, type SettlingItem, settlingEntries, trialsOf } from './settling-entries.ts'

const item = (key: string, contributesTo: string[], settlesAlone: string[] = []): SettlingItem => ({
  ...{ key, label: key, hint: null, replaces: null, opposing: [], countsAsAbsent: [], countsAsGoingOn: [] },
  settlesAlone,
  contributesTo,
  decidesDateOf: [],
})

const anc = item('lab:anc', ['a', 'b'])
const alt = { ...item('lab:alt', ['b', 'c']), hint: 'ALT 31 U/L is 80 days old' }
const urine = item('lab:urine-protein-dip', ['a'])
const hiv = item('infection:HIV', ['b'])
const ecog = item('ps:ECOG', ['a', 'b', 'c', 'd'])
const braf = item('biomarker:BRAF', ['a'], ['a'])

/** "item ps:ECOG", "sample lab:anc lab:alt", "laboratory: …". */
const textOf = (entry: SettlingEntry) => {
  const keys = (entry.kind === 'item' ? [entry.item] : entry.items).map(({ key }) => key).join(' ')
  return `${entry.kind === 'group' ? `${entry.source}:` : entry.kind} ${keys}`
}
const shown = (items: SettlingItem[], open: OpenForm | null = null) => {
  const { alone, together } = settlingEntries(items, open)
  return { alone: alone.map(textOf), together: together.map(textOf) }
}

describe('what would settle it', () => {
  it('stands in the order given where it settles a trial alone, the rest by what one action finds out', () => {
    expect(shown([braf, urine, anc, hiv, ecog, alt])).toEqual({
      alone: ['item biomarker:BRAF'],
      // By the trials it contributes to: 4, 3 and 2.
      together: ['item ps:ECOG', 'sample lab:anc lab:alt', 'laboratory: lab:urine-protein-dip infection:HIV'],
    })
  })

  it('counts a trial once for all the items of a line', () => {
    const [sample] = settlingEntries([anc, alt], null).together
    expect(sample && trialsOf(sample)).toEqual(['a', 'b', 'c'])
  })

  it('lists no result that the form of the sample holds as an item of its own, though it settles a trial alone', () => {
    const platelets = item('lab:platelets', ['a'], ['a'])
    expect(shown([braf, platelets, anc])).toEqual({
      alone: ['item biomarker:BRAF', 'sample lab:platelets lab:anc'],
      together: [],
    })
  })

  it('needs no form for several results where one is asked for, and tells in the form what is too old', () => {
    expect(shown([anc, ecog]).together).toEqual(['item ps:ECOG', 'item lab:anc'])
    const [sample] = settlingEntries([anc, alt], null).together
    expect(sample?.kind === 'sample' && sample.results.map(({ hint }) => hint)).toEqual([null, alt.hint])
  })
})

describe('a form that is open', () => {
  it('stays where it stands when its item settles a trial alone now, or does not any more', () => {
    const open = { key: 'infection:HIV', isInGroup: true }
    const settling = { ...hiv, settlesAlone: ['b'] }
    expect(shown([settling, urine], open)).toEqual({
      alone: [],
      together: ['laboratory: infection:HIV lab:urine-protein-dip'],
    })
    expect(shown([settling], open).together).toEqual(['laboratory: infection:HIV'])
    expect(shown([hiv, urine], { ...open, isInGroup: false }).together).toEqual([
      'item infection:HIV',
      'item lab:urine-protein-dip',
    ])
  })

  it('stays the form that it is when more results are asked for, or fewer', () => {
    expect(shown([anc, alt], { key: 'lab:anc', isInGroup: false }).together).toEqual(['item lab:anc', 'item lab:alt'])
    expect(shown([anc], { key: 'bloodSample', isInGroup: false }).together).toEqual(['sample lab:anc'])
  })
})
