import { expect, it } from 'vitest'
import { resultsAsText } from './write-results.ts'

it('shows what was measured, where, when, and whether a bound was kept', () => {
  const machine = { processor: 'Some processor', cores: 2, memoryGb: 8, system: 'linux', node: 'v24.0.0' }
  const text = resultsAsText(
    {
      title: 'Screening',
      method: ['Ten patients.'],
      measurements: [
        { what: 'speed', value: 12_345, unit: 'pairs/s' },
        { what: 'time', value: 1.2345, unit: 'ms', bound: { text: 'under 1 ms', isKept: false } },
      ],
    },
    machine,
    '2026-06-15',
  )
  expect(text.split('\n')).toEqual([
    '# Screening',
    '',
    'Measured on 2026-06-15: Some processor, 2 cores, 8 GB, linux, Node v24.0.0.',
    '',
    '- Ten patients.',
    '',
    '| What | Measured | Bound | |',
    '|---|---:|---|---|',
    '| speed | 12,345 pairs/s | | |',
    '| time | 1.23 ms | under 1 ms | **not kept** |',
    '',
  ])
})
