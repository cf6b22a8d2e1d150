import { describe, expect, it } from 'vitest'
import { hasOpposing, nameOpposing } from './name-opposing.ts'
import { finding, recordWith, testOf } from './sample-record.ts'
import type { SettlingValue } from './what-would-settle.ts'

const day = '2026-08-03'
const item = (key: string, ...opposing: string[]): SettlingValue => ({
  key,
  label: key,
  hint: null,
  replaces: null,
  opposing,
  settlesAlone: [],
  contributesTo: [],
  decidesDateOf: [],
  countsAsAbsent: [],
  countsAsGoingOn: [],
})

describe('an item that is denied', () => {
  it('names every record of the day that says otherwise', () => {
    const [zero, one, three] = [0, 1, 3].map((value) => finding('performance-status', 'ECOG', value, day))
    if (zero === undefined || one === undefined || three === undefined) throw new Error('Three were made.')
    const record = recordWith({ observations: [zero, one, three] })
    const [named] = nameOpposing([item('ps:ECOG', one.id)], record)
    expect(named?.opposing).toEqual([one.id, zero.id, three.id])
  })

  it('names what cannot be true beside it', () => {
    const extent = finding('disease-extent', 'disease-extent', 'localised', day)
    const spread = finding('metastasis', 'liver', 'present', day)
    const record = recordWith({ observations: [extent, spread] })
    expect(nameOpposing([item('disease-extent', extent.id)], record)[0]?.opposing).toEqual([extent.id, spread.id])
  })

  it('names a test of another day that denies what was found', () => {
    const braf = (result: string, reportedOn: string) =>
      testOf('variant', { id: `${result} ${reportedOn}`, genes: ['BRAF'], hgvsP: 'p.Val600Glu', result, reportedOn })
    const [found, denying] = [braf('present', '2026-01-05'), braf('absent', day)]
    const record = recordWith({ biomarkers: [found, denying] })
    expect(nameOpposing([item('biomarker:BRAF', found.id)], record)[0]?.opposing).toEqual([found.id, denying.id])
  })

  it('names the other result of the day, which a test can be repeated on', () => {
    const [low, high] = [1.4, 1.6].map((value) => finding('lab', 'creatinine', value, day, { unit: 'mg/dL' }))
    const before = finding('lab', 'creatinine', 1.2, '2026-08-01', { unit: 'mg/dL' })
    if (low === undefined || high === undefined) throw new Error('Two were made.')
    const record = recordWith({ observations: [before, low, high] })
    expect(nameOpposing([item('lab:creatinine', high.id)], record)[0]?.opposing).toEqual([high.id, low.id])
  })

  it('is none where nothing stands beside the row that was looked at', () => {
    const alone = finding('lab', 'platelets', 'clumped', day)
    const record = recordWith({ observations: [alone] })
    expect(nameOpposing([item('lab:platelets', alone.id), item('sex')], record)).toEqual([
      item('lab:platelets'),
      item('sex'),
    ])
    expect(hasOpposing([item('sex')])).toBe(false)
  })
})
