import { describe, expect, it } from 'vitest'
import { factName, factNameInside, unitSuffix } from './fact-name.ts'
import { labWindowDays, observationWindowDays } from './freshness.ts'

describe('names of facts', () => {
  it('are the words that a clinician uses', () => {
    expect(factName('platelets')).toBe('Platelets')
    expect(factNameInside('anc')).toBe('ANC')
    expect(unitSuffix('10*9/L')).toBe(' x10^9/L')
    expect(unitSuffix(null)).toBe('')
  })

  it('of codes nobody has named are the codes themselves, whatever JavaScript knows them as', () => {
    for (const code of ['constructor', 'toString', 'valueOf']) {
      expect(factNameInside(code)).toBe(code.replaceAll('-', ' '))
      expect(unitSuffix(code)).toBe(` ${code}`)
      expect(labWindowDays(code)).toBe(28)
      expect(observationWindowDays(code)).toBe(28)
    }
  })
})
