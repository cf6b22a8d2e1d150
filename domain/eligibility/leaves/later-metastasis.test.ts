import { describe, expect, it } from 'vitest'
import { askMetastasis as ask, type Row, type Site } from './ask-metastasis.ts'

const [june, july, august] = ['2026-07-01', '2026-07-15', '2026-08-01']

/** What is said of the whole and of its part: treated, and stable for at least 14 days. */
function saidOf(site: Site, rows: readonly Row[]) {
  const verdicts = [rows, rows.toReversed()].map((order) =>
    (['present', 'treated', 'stable'] as const)
      .map((status) => ask(site, status, order, status === 'stable' ? 14 : undefined).verdict)
      .join(', '),
  )
  expect(new Set(verdicts).size).toBe(1)
  return verdicts[0]
}

describe('a metastasis recorded later may be a new one', () => {
  const treated = { isTreated: true, stableSinceOn: '2026-05-01' }

  it.each<[string, readonly Row[], string]>([
    ['none', [], 'met, met, met'],
    ['brain present', [['brain', 'present']], 'met, unknown, unknown'],
    ['brain progressing', [['brain', 'progressing']], 'met, unknown, notMet'],
    ['brain untreated', [['brain', 'untreated']], 'met, notMet, notMet'],
    ['brain treated, silent on stability', [['brain', 'treated']], 'met, met, unknown'],
    ['brain stable, silent on treatment', [['brain', 'stable']], 'met, unknown, met'],
    ['brain stable and treated', [['brain', 'stable', august, { isTreated: true }]], 'met, met, met'],
    ['brain not told', [['brain', '?']], 'met, unknown, unknown'],
    ['brain absent', [['brain', 'absent']], 'met, met, met'],
    [
      'brain present, then stable and treated: stable only since then',
      [
        ['brain', 'present', '2026-07-31'],
        ['brain', 'stable', august, { isTreated: true }],
      ],
      'met, met, unknown',
    ],
    [
      'brain present, then absent',
      [
        ['brain', 'present', '2026-07-31'],
        ['brain', 'absent'],
      ],
      'met, met, met',
    ],
    [
      'brain present, then CNS present, which says no more',
      [
        ['brain', 'present', '2026-07-31'],
        ['cns', 'present'],
      ],
      'met, unknown, unknown',
    ],
    [
      'brain present, then CNS stable and treated',
      [
        ['brain', 'present', '2026-07-31'],
        ['cns', 'stable', august, { isTreated: true }],
      ],
      'met, met, unknown',
    ],
    [
      'brain present, then CNS stable and treated since a day that is noted',
      [
        ['brain', 'present', june],
        ['cns', 'stable', august, { isTreated: true, stableSinceOn: '2026-07-21' }],
      ],
      'met, met, met',
    ],
  ])('after a CNS metastasis that is stable and treated: %s', (_what, rows, said) => {
    expect(saidOf('cns', [['cns', 'stable', july, treated], ...rows])).toBe(said)
  })

  it.each<[string, readonly Row[], string]>([
    ['CNS present', [['cns', 'present']], 'met, unknown, unknown'],
    // Where it progresses is not said.
    ['CNS progressing', [['cns', 'progressing']], 'met, unknown, unknown'],
    ['CNS untreated', [['cns', 'untreated']], 'met, unknown, unknown'],
    ['CNS stable and treated', [['cns', 'stable', august, { isTreated: true }]], 'met, met, met'],
    ['CNS not told', [['cns', '?']], 'met, unknown, unknown'],
    ['CNS present of the same day', [['cns', 'present', july]], 'met, met, met'],
    [
      'CNS progressing, then brain stable: stable only since then',
      [
        ['cns', 'progressing', '2026-07-31'],
        ['brain', 'stable'],
      ],
      'met, unknown, unknown',
    ],
    [
      'CNS absent, then brain present: another one',
      [
        ['cns', 'absent', '2026-07-31'],
        ['brain', 'present'],
      ],
      'met, unknown, unknown',
    ],
    [
      'CNS absent, then brain stable: another one',
      [
        ['cns', 'absent', '2026-07-31'],
        ['brain', 'stable'],
      ],
      'met, unknown, unknown',
    ],
    ['brain present, which says no more of the same one', [['brain', 'present']], 'met, met, unknown'],
  ])('after a brain metastasis that is stable and treated: %s', (_what, rows, said) => {
    expect(saidOf('brain', [['brain', 'stable', july, { isTreated: true }], ...rows])).toBe(said)
  })

  it.each<[word: string, between: readonly Row[], verdict: string]>([
    ['treated', [], 'met'],
    ['treated', [['cns', 'absent', '2025-03-01']], 'unknown'],
    ['untreated', [['cns', 'absent', '2025-03-01']], 'unknown'],
    ['treated', [['cns', '?', '2025-03-01']], 'unknown'],
    ['treated', [['brain', 'absent', '2025-03-01']], 'met'],
  ])('and a relapse is not what was %s before the CNS was clear of it', (word, between, verdict) => {
    const rows: readonly Row[] = [['cns', word, '2024-03-01'], ...between, ['cns', 'present']]
    expect(ask('cns', 'treated', rows).verdict).toBe(verdict)
  })

  it('is told in words, with the facts that decide', () => {
    const rows: readonly Row[] = [['cns', 'stable', july, treated]]
    expect(ask('cns', 'stable', rows, 14).sentence).toBe(
      'CNS metastasis: stable on 15-Jul-2026, treated, stable since 01-May-2026 (cns scan); asked: stable for at least 14 days',
    )
    expect(ask('cns', 'treated', [...rows, ['brain', 'present']]).sentence).toBe(
      'CNS metastasis: stable on 15-Jul-2026, treated, stable since 01-May-2026 (cns scan), Brain metastasis: present on 01-Aug-2026 (brain scan); asked: treated, which it does not say',
    )
    const inBrain: readonly Row[] = [
      ['brain', 'stable', june],
      ['cns', 'progressing', july],
    ]
    expect(ask('brain', 'stable', inBrain, 14).sentence).toBe(
      'Brain metastasis: stable on 01-Jul-2026 (brain scan), CNS metastasis: progressing on 15-Jul-2026 (cns scan); asked: stable for at least 14 days, which it does not say',
    )
    const earlier: readonly Row[] = [
      ['cns', 'stable', june, { isTreated: false }],
      ['cns', 'stable', august],
    ]
    expect(ask('cns', 'stable', earlier, 14).sentence).toBe(
      'CNS metastasis: stable on 01-Aug-2026 (cns scan), recorded as stable since 01-Jul-2026; asked: stable for at least 14 days',
    )
    expect(ask('cns', 'treated', earlier).sentence).toBe(
      'CNS metastasis: stable on 01-Aug-2026 (cns scan), recorded as untreated on 01-Jul-2026; asked: treated',
    )
  })
})
