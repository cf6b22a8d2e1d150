import type { Distribution } from './distribution.ts'
import type { Measurement } from './write-results.ts'

/** What people who went on asking for their worklists had to wait, before something large began and meanwhile. */
export function worklistMeasurements({
  idle,
  meanwhile,
}: {
  readonly idle: Distribution
  readonly meanwhile: Distribution
}): readonly Measurement[] {
  return [
    { what: 'worklist before, median', value: idle.median, unit: 'ms' },
    { what: 'worklist before, longest', value: idle.largest, unit: 'ms' },
    { what: 'worklist meanwhile, median', value: meanwhile.median, unit: 'ms' },
    { what: 'worklist meanwhile, 95 of 100 within', value: meanwhile.p95, unit: 'ms' },
    {
      what: 'worklist meanwhile, longest',
      value: meanwhile.largest,
      unit: 'ms',
      bound: { text: 'under 500 ms', isKept: meanwhile.largest < 500 },
    },
    { what: 'worklist requests answered meanwhile', value: meanwhile.count, unit: 'requests' },
  ]
}
