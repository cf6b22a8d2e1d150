import { describe, expect, it } from 'vitest'
import { askMetastasis as ask, type Row, type Site } from './ask-metastasis.ts'

const [june, july, august] = ['2026-07-01', '2026-07-15', '2026-08-01']

describe('a leptomeningeal metastasis is one of the CNS, whatever is known of the brain', () => {
  it.each<[string, readonly Row[], cns: string, brain: string, leptomeningeal: string]>([
    ['leptomeningeal present', [['leptomeningeal', 'present']], 'met', 'unknown', 'met'],
    ['leptomeningeal absent', [['leptomeningeal', 'absent']], 'unknown', 'unknown', 'notMet'],
    ['CNS absent', [['cns', 'absent']], 'notMet', 'notMet', 'notMet'],
    ['CNS present', [['cns', 'present']], 'met', 'unknown', 'unknown'],
    ['brain present', [['brain', 'present']], 'met', 'met', 'unknown'],
    [
      'brain absent beside leptomeningeal present',
      [
        ['brain', 'absent'],
        ['leptomeningeal', 'present', july],
      ],
      'met',
      'notMet',
      'met',
    ],
    [
      'brain present beside leptomeningeal absent',
      [
        ['brain', 'present', july],
        ['leptomeningeal', 'absent'],
      ],
      'met',
      'met',
      'notMet',
    ],
    [
      'both absent: the rest of the CNS is not recorded',
      [
        ['brain', 'absent'],
        ['leptomeningeal', 'absent'],
      ],
      'unknown',
      'notMet',
      'notMet',
    ],
    [
      'CNS absent, then leptomeningeal present',
      [
        ['cns', 'absent', july],
        ['leptomeningeal', 'present'],
      ],
      'met',
      'notMet',
      'met',
    ],
    [
      'leptomeningeal present, then CNS absent',
      [
        ['leptomeningeal', 'present', july],
        ['cns', 'absent'],
      ],
      'notMet',
      'notMet',
      'notMet',
    ],
    [
      'CNS absent, then leptomeningeal present and gone again',
      [
        ['cns', 'absent', june],
        ['leptomeningeal', 'present', july],
        ['leptomeningeal', 'absent'],
      ],
      'unknown',
      'notMet',
      'notMet',
    ],
    [
      'brain present and leptomeningeal absent, then CNS absent',
      [
        ['brain', 'present', june],
        ['leptomeningeal', 'absent', july],
        ['cns', 'absent'],
      ],
      'notMet',
      'notMet',
      'notMet',
    ],
    [
      'leptomeningeal absent, then CNS present',
      [
        ['leptomeningeal', 'absent', july],
        ['cns', 'present'],
      ],
      'met',
      'unknown',
      'unknown',
    ],
  ])('%s', (_what, rows, ofCns, ofBrain, ofMeninges) => {
    const opposite: Readonly<Record<string, string>> = { met: 'notMet', notMet: 'met', unknown: 'unknown' }
    for (const order of [rows, rows.toReversed()]) {
      const verdicts = (['cns', 'brain', 'leptomeningeal'] as const).map((site) => ask(site, 'present', order).verdict)
      expect(verdicts).toEqual([ofCns, ofBrain, ofMeninges])
    }
    expect(ask('cns', 'absent', rows).verdict).toBe(opposite[ofCns])
    expect(ask('leptomeningeal', 'absent', rows).verdict).toBe(opposite[ofMeninges])
  })

  it('and contradicts a CNS without any of the same day', () => {
    for (const site of ['cns', 'leptomeningeal'] as const) {
      const rows: readonly Row[] = [
        ['leptomeningeal', 'present'],
        ['cns', 'absent'],
        ['brain', 'absent'],
      ]
      const found = ask(site, 'present', rows)
      expect(found).toMatchObject({ verdict: 'unknown', reason: 'contradictory', item: { key: `metastasis:${site}` } })
      expect(found.sentence).toContain('(leptomeningeal scan)')
      expect(found.sentence).toContain('(cns scan)')
    }
  })

  it('but a brain metastasis found later leaves no doubt of the CNS', () => {
    const rows: readonly Row[] = [
      ['leptomeningeal', 'present', july],
      ['cns', 'absent', july],
      ['brain', 'present'],
    ]
    expect(ask('cns', 'present', rows).verdict).toBe('met')
  })

  it('is told in words', () => {
    expect(ask('cns', 'present', [['leptomeningeal', 'present']]).sentence).toBe(
      'Leptomeningeal metastasis: present on 01-Aug-2026 (leptomeningeal scan), which is a CNS metastasis; asked: present',
    )
    expect(ask('leptomeningeal', 'present', [['cns', 'absent']]).sentence).toBe(
      'CNS metastasis: absent on 01-Aug-2026 (cns scan), so none in the leptomeninges; asked: present',
    )
    expect(ask('leptomeningeal', 'present', [['cns', 'present']]).sentence).toBe(
      'CNS metastasis: present on 01-Aug-2026 (cns scan): whether it is in the leptomeninges is not recorded; asked: leptomeningeal metastasis present',
    )
  })
})

describe('treated and stable', () => {
  it('are denied of the CNS by either part that is not', () => {
    const untreated: readonly Row[] = [
      ['brain', 'treated'],
      ['leptomeningeal', 'untreated', july],
    ]
    expect(ask('cns', 'treated', untreated)).toMatchObject({ verdict: 'notMet' })
    expect(ask('cns', 'treated', untreated).sentence).toContain('(leptomeningeal scan)')
    expect(
      ask('cns', 'stable', [
        ['brain', 'progressing', july],
        ['leptomeningeal', 'stable'],
      ]).verdict,
    ).toBe('notMet')
    expect(
      ask('cns', 'stable', [
        ['cns', 'stable', june],
        ['brain', 'progressing', july],
        ['leptomeningeal', 'stable'],
      ]).verdict,
    ).toBe('notMet')
  })

  it('of both parts still leave the rest of the CNS open', () => {
    expect(
      ask('cns', 'treated', [
        ['brain', 'treated'],
        ['leptomeningeal', 'treated'],
      ]).verdict,
    ).toBe('unknown')
  })

  it('stay what the record of the CNS says beside parts that are, too', () => {
    const rows: readonly Row[] = [
      ['cns', 'stable', june],
      ['brain', 'stable', august, { stableSinceOn: '2026-07-10' }],
      ['leptomeningeal', 'stable', august, { stableSinceOn: '2026-07-20' }],
    ]
    expect(ask('cns', 'stable', rows, 15).verdict).toBe('met')
    expect(ask('cns', 'stable', rows, 16).verdict).toBe('notMet')
  })

  it('are open of the CNS once a leptomeningeal metastasis was found that may be new, but not of the brain', () => {
    const both = { isTreated: true, stableSinceOn: june }
    const rows: readonly Row[] = [
      ['cns', 'stable', july, both],
      ['brain', 'stable', july, both],
      ['leptomeningeal', 'present'],
    ]
    const said = (site: Site) => [ask(site, 'treated', rows).verdict, ask(site, 'stable', rows, 14).verdict]
    expect(said('cns')).toEqual(['unknown', 'unknown'])
    expect(said('brain')).toEqual(['met', 'met'])
    expect(said('leptomeningeal')).toEqual(['unknown', 'unknown'])
  })
})
