import { describe, expect, it } from 'vitest'
import { factName, factNameInside, unitSuffix } from './fact-name.ts'
import { labWindowDays, observationWindowDays } from './freshness.ts'

describe('names of facts', () => {
  it('are the words that a clinician uses', () => {
    expect(factName('platelets')).toBe('Platelets')
    expect(factNameInside('anc')).toBe('ANC')
    expect(unitSuffix('10*9/L')).toBe(' ×10⁹/L')
    expect(unitSuffix(null)).toBe('')
  })

  it('keep the small letter that a name begins with', () => {
    expect([factName('mTOR-inhibitor'), factName('dMMR'), factName('platinum')]).toEqual([
      'mTOR inhibitor',
      'dMMR',
      'Platinum',
    ])
  })

  it.each([
    ['10*6/L', ' ×10⁶/L'],
    ['umol/L', ' µmol/L'],
    ['ug/L', ' µg/L'],
    ['/uL', ' /µL'],
    ['xULN', ' × ULN'],
    ['mm[Hg]', ' mmHg'],
    ['mut/Mb', ' mut/Mb'],
  ])('print the unit %s as laboratories do:%s', (unit, printed) => {
    expect(unitSuffix(unit)).toBe(printed)
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
