import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfMonth, monthOf, monthsThrough } from './month.ts'
import { monthlyActuals, type RecruitingSite } from './monthly-actual.ts'

const leeds: RecruitingSite = { siteId: 'leeds', opensOn: '2025-11-20', closedOn: null }
const york: RecruitingSite = { siteId: 'york', opensOn: '2026-01-05', closedOn: null }

describe('monthlyActuals', () => {
  it('takes the site’s return where there is one, and shows how far referrals differ', () => {
    const [november] = monthlyActuals({
      sites: [leeds],
      returns: [{ siteId: 'leeds', month: '2025-11', recruited: 3 }],
      enrolments: [{ siteId: 'leeds', enrolledOn: '2025-11-25' }],
      asOf: '2025-11-30',
    })
    expect(november).toEqual({
      siteId: 'leeds',
      month: '2025-11',
      recruited: 3,
      source: 'return',
      returned: 3,
      enrolledFromReferrals: 1,
      difference: 2,
      lastEnrolledOn: '2025-11-25',
    })
  })

  it('counts enrolments by their date where there is no return', () => {
    const rows = monthlyActuals({
      sites: [leeds],
      returns: [],
      enrolments: ['2025-12-31', '2026-01-01', '2025-12-01'].map((enrolledOn) => ({ siteId: 'leeds', enrolledOn })),
      asOf: '2026-01-31',
    })
    expect(rows.map(({ month, recruited, source }) => [month, recruited, source])).toEqual([
      ['2025-11', null, 'notReturned'],
      ['2025-12', 2, 'referrals'],
      ['2026-01', 1, 'referrals'],
    ])
  })

  it('keeps a return of none apart from no return', () => {
    const rows = monthlyActuals({
      sites: [leeds],
      returns: [{ siteId: 'leeds', month: '2025-11', recruited: 0 }],
      enrolments: [],
      asOf: '2025-12-31',
    })
    expect(rows).toMatchObject([
      { recruited: 0, source: 'return', difference: 0 },
      { recruited: null, source: 'notReturned', difference: null },
    ])
  })

  it.each([
    ['2026-03-30', 'inProgress'],
    ['2026-03-31', 'notReturned'],
  ])('March 2026, silent on %s, is %s', (asOf, source) => {
    const rows = monthlyActuals({ sites: [leeds], returns: [], enrolments: [], asOf })
    expect(rows.at(-1)).toMatchObject({ month: '2026-03', recruited: null, source })
  })

  it('leaves out what lies after the day asked about', () => {
    const rows = monthlyActuals({
      sites: [leeds],
      returns: [{ siteId: 'leeds', month: '2026-01', recruited: 5 }],
      enrolments: [
        { siteId: 'leeds', enrolledOn: '2025-12-10' },
        { siteId: 'leeds', enrolledOn: '2025-12-11' },
      ],
      asOf: '2025-12-10',
    })
    expect(rows).toMatchObject([{ month: '2025-11' }, { month: '2025-12', recruited: 1 }])
  })

  it('expects no return before a site opens or after it has closed, and still shows one that came', () => {
    const closed = { ...leeds, closedOn: '2025-12-31' }
    const rows = monthlyActuals({
      sites: [closed],
      returns: [{ siteId: 'leeds', month: '2026-02', recruited: 1 }],
      enrolments: [{ siteId: 'leeds', enrolledOn: '2025-10-02' }],
      asOf: '2026-04-15',
    })
    expect(rows.map(({ month }) => month)).toEqual(['2025-10', '2025-11', '2025-12', '2026-02'])
    expect(monthlyActuals({ sites: [leeds], returns: [], enrolments: [], asOf: '2025-11-19' })).toEqual([])
  })

  it('orders by month, then by the order of the sites', () => {
    const rows = monthlyActuals({ sites: [york, leeds], returns: [], enrolments: [], asOf: '2026-01-31' })
    expect(rows.map(({ siteId, month }) => `${month} ${siteId}`)).toEqual([
      '2025-11 leeds',
      '2025-12 leeds',
      '2026-01 york',
      '2026-01 leeds',
    ])
  })

  it('refuses two returns for one month, and rows of a site that was not given', () => {
    const twice = { siteId: 'leeds', month: '2025-12', recruited: 1 }
    expect(() =>
      monthlyActuals({ sites: [leeds], returns: [twice, twice], enrolments: [], asOf: '2026-01-01' }),
    ).toThrow(/leeds has two returns for 2025-12/)
    const stranger = { siteId: 'hull', enrolledOn: '2025-12-01' }
    expect(() => monthlyActuals({ sites: [leeds], returns: [], enrolments: [stranger], asOf: '2026-01-01' })).toThrow(
      /hull/,
    )
  })

  it('loses no enrolment and invents none while nobody returns figures', () => {
    const date = fc
      .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
      .map(({ month, day }) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    const enrolment = fc.record({ siteId: fc.constantFrom('leeds', 'york'), enrolledOn: date })
    fc.assert(
      fc.property(fc.array(enrolment), date, (enrolments, asOf) => {
        const rows = monthlyActuals({ sites: [leeds, york], returns: [], enrolments, asOf })
        const counted = rows.reduce((sum, { enrolledFromReferrals }) => sum + enrolledFromReferrals, 0)
        expect(counted).toBe(enrolments.filter(({ enrolledOn }) => enrolledOn <= asOf).length)
        expect(rows.every(({ recruited }) => recruited !== 0)).toBe(true)
      }),
    )
  })
})

describe('months', () => {
  it('run over the year end', () => {
    expect(monthsThrough('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsThrough('2026-02', '2026-02')).toEqual(['2026-02'])
    expect(monthsThrough('2026-03', '2026-02')).toEqual([])
  })

  it('end on their last day', () => {
    expect(['2026-12', '2026-02', '2028-02', '2026-03', '2026-10'].map(endOfMonth)).toEqual([
      '2026-12-31',
      '2026-02-28',
      '2028-02-29',
      '2026-03-31',
      '2026-10-31',
    ])
    expect(monthOf('2026-10-31')).toBe('2026-10')
  })
})
