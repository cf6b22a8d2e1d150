import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import { finding, recordWith } from '../sample-record.ts'
import { askMetastasis as ask, type Row } from './ask-metastasis.ts'

const today = '2026-08-04'
const [june, july, august] = ['2026-07-01', '2026-07-15', '2026-08-01']

describe('a brain metastasis is a CNS metastasis, and a CNS without any has none in the brain', () => {
  it.each<[string, readonly Row[], string, string]>([
    ['brain present', [['brain', 'present']], 'met', 'met'],
    ['brain treated', [['brain', 'treated']], 'met', 'met'],
    ['brain absent', [['brain', 'absent']], 'unknown', 'notMet'],
    ['CNS present', [['cns', 'present']], 'met', 'unknown'],
    ['CNS absent', [['cns', 'absent']], 'notMet', 'notMet'],
    [
      'brain absent and CNS present of one day',
      [
        ['brain', 'absent'],
        ['cns', 'present'],
      ],
      'met',
      'notMet',
    ],
    [
      'brain present, then CNS absent',
      [
        ['brain', 'present', july],
        ['cns', 'absent'],
      ],
      'notMet',
      'notMet',
    ],
    [
      'CNS absent, then brain present',
      [
        ['cns', 'absent', july],
        ['brain', 'present'],
      ],
      'met',
      'met',
    ],
    [
      'CNS present, then brain absent',
      [
        ['cns', 'present', july],
        ['brain', 'absent'],
      ],
      'met',
      'notMet',
    ],
    [
      'brain absent, then CNS present',
      [
        ['brain', 'absent', july],
        ['cns', 'present'],
      ],
      'met',
      'unknown',
    ],
    [
      'brain present, then absent',
      [
        ['brain', 'present', july],
        ['brain', 'absent'],
      ],
      'unknown',
      'notMet',
    ],
    [
      'CNS absent, then brain present, then brain absent',
      [
        ['cns', 'absent', june],
        ['brain', 'present', july],
        ['brain', 'absent'],
      ],
      'unknown',
      'notMet',
    ],
    [
      'brain present, then CNS absent, then CNS present',
      [
        ['brain', 'present', june],
        ['cns', 'absent', july],
        ['cns', 'present'],
      ],
      'met',
      'unknown',
    ],
    ['CNS not told', [['cns', '?']], 'unknown', 'unknown'],
    [
      'brain present, then CNS not told',
      [
        ['brain', 'present', july],
        ['cns', '?'],
      ],
      'unknown',
      'met',
    ],
  ])('%s', (_what, rows, ofCns, ofBrain) => {
    for (const order of [rows, rows.toReversed()]) {
      expect(ask('cns', 'present', order).verdict).toBe(ofCns)
      expect(ask('brain', 'present', order).verdict).toBe(ofBrain)
    }
    const opposite: Readonly<Record<string, string>> = { met: 'notMet', notMet: 'met', unknown: 'unknown' }
    expect(ask('cns', 'absent', rows).verdict).toBe(opposite[ofCns])
    expect(ask('brain', 'absent', rows).verdict).toBe(opposite[ofBrain])
  })

  it('and one of each on one day contradict each other, with both sources', () => {
    for (const site of ['cns', 'brain'] as const) {
      const found = ask(site, 'present', [
        ['brain', 'present'],
        ['cns', 'absent'],
      ])
      expect(found).toMatchObject({ verdict: 'unknown', reason: 'contradictory', item: { key: `metastasis:${site}` } })
      expect(found.sentence).toContain('(brain scan)')
      expect(found.sentence).toContain('(cns scan)')
    }
  })

  it('is told in words', () => {
    expect(ask('cns', 'present', [['brain', 'present']]).sentence).toBe(
      'Brain metastasis: present on 01-Aug-2026 (brain scan), which is a CNS metastasis; asked: present',
    )
    expect(ask('brain', 'present', [['cns', 'absent']]).sentence).toBe(
      'CNS metastasis: absent on 01-Aug-2026 (cns scan), so none in the brain; asked: present',
    )
    expect(ask('brain', 'present', [['cns', 'present']]).sentence).toBe(
      'CNS metastasis: present on 01-Aug-2026 (cns scan): whether it is in the brain is not recorded; asked: brain metastasis present',
    )
    expect(ask('cns', 'present', [['brain', 'absent']]).sentence).toBe(
      'Brain metastasis: absent on 01-Aug-2026 (brain scan): the rest of the CNS is not recorded; asked: CNS metastasis present',
    )
  })

  it('for as long as the scan that found none counts', () => {
    expect(ask('brain', 'absent', [['cns', 'absent', '2026-06-23']]).verdict).toBe('met')
    expect(ask('brain', 'absent', [['cns', 'absent', '2026-06-22']])).toMatchObject({
      verdict: 'unknown',
      reason: 'stale',
    })
  })

  it('and no other site is part of another', () => {
    const liver = finding('metastasis', 'liver', 'present', august)
    const facts = deriveFacts(recordWith({ observations: [liver] }))
    expect(evaluateLeaf({ op: 'metastasis', site: 'cns', status: 'present' }, facts, today).verdict).toBe('unknown')
  })
})

describe('treated and stable', () => {
  it('in the brain leave the rest of the CNS open', () => {
    expect(ask('cns', 'treated', [['brain', 'treated']]).verdict).toBe('unknown')
    const stable = ask('cns', 'stable', [['brain', 'stable', june]], 14)
    expect(stable.verdict).toBe('unknown')
    expect(stable.sentence).toContain('asked: stable for at least 14 days, which it does not say of the rest')
    expect(ask('brain', 'stable', [['brain', 'stable', june]], 14).verdict).toBe('met')
  })

  it('are denied of the CNS by a brain metastasis that is not', () => {
    expect(ask('cns', 'treated', [['brain', 'untreated']]).verdict).toBe('notMet')
    expect(ask('cns', 'stable', [['brain', 'progressing']]).verdict).toBe('notMet')
    expect(
      ask('cns', 'stable', [
        ['cns', 'stable', july],
        ['brain', 'progressing'],
      ]).verdict,
    ).toBe('notMet')
    expect(
      ask('cns', 'stable', [
        ['cns', 'stable'],
        ['brain', 'progressing', july],
      ]).verdict,
    ).toBe('met')
    expect(
      ask('cns', 'stable', [
        ['cns', 'stable'],
        ['brain', 'progressing'],
      ]).verdict,
    ).toBe('unknown')
    expect(
      ask('cns', 'treated', [
        ['cns', 'treated'],
        ['brain', 'untreated'],
      ]).verdict,
    ).toBe('unknown')
  })

  it('stay what the record of the CNS says beside a brain metastasis that is, too', () => {
    expect(
      ask(
        'cns',
        'stable',
        [
          ['cns', 'stable', june],
          ['brain', 'stable'],
        ],
        14,
      ).verdict,
    ).toBe('met')
    expect(
      ask('cns', 'treated', [
        ['cns', 'treated', june],
        ['brain', 'treated'],
      ]).verdict,
    ).toBe('met')
    expect(
      ask('cns', 'treated', [
        ['cns', 'treated'],
        ['brain', 'present'],
      ]).verdict,
    ).toBe('met')
  })

  it.each([
    ['2026-07-20', 'met'],
    ['2026-07-21', 'met'],
    ['2026-07-22', 'notMet'],
  ])('count from the day on which the brain became stable: %s is %s for at least 14 days', (stableSinceOn, verdict) => {
    const rows: readonly Row[] = [
      ['cns', 'stable', june],
      ['brain', 'stable', august, { stableSinceOn }],
    ]
    expect(ask('cns', 'stable', rows, 14).verdict).toBe(verdict)
  })

  it('are not of a brain in which there is none', () => {
    expect(ask('brain', 'stable', [['cns', 'absent']]).verdict).toBe('notMet')
    expect(ask('brain', 'treated', [['cns', 'treated']]).verdict).toBe('unknown')
  })
})
