import { describe, expect, it } from 'vitest'
import { countsAsGoingOn } from './counts-as-going-on.ts'
import { deriveFacts } from './derive-facts.ts'
import { finding, recordWith } from './sample-record.ts'

const facts = deriveFacts(
  recordWith({
    observations: [
      finding('medication', 'systemic-corticosteroid', 'active', '2024-01-03'),
      finding('medication', 'lmwh', 'stopped', '2026-01-03'),
      finding('medication', 'anticoagulant-therapeutic', 'active', '2026-01-04', { detail: { name: 'apixaban' } }),
      finding('condition', 'stroke', 'history', '2025-01-03'),
      finding('condition', 'unhealed-wound', 'active', '2026-01-05'),
      finding('condition', 'myocardial-infarction', 'active', '2026-01-05'),
      finding('condition', 'pregnancy', 'active', '2026-01-05'),
      finding('condition', 'myasthenia-gravis', 'active', '2026-01-05', { detail: { severity: 'MGFA-I' } }),
      finding('toxicity', 'fatigue', 2, '2026-01-06'),
      finding('toxicity', 'alopecia', 0, '2026-01-06'),
      finding('toxicity', 'hearing-loss', 'present', '2026-01-07'),
      finding('infection', 'HBV', 'active', '2026-01-08'),
      finding('infection', 'HCV', 'negative', '2026-01-08'),
    ],
  }),
)

describe('what a review says to go on', () => {
  it.each([
    [
      'assertion:medicines-reviewed',
      [
        'Anticoagulant at a therapeutic dose: apixaban, active on 04-Jan-2026',
        'Systemic corticosteroid: active on 03-Jan-2024',
      ],
    ],
    [
      'assertion:comorbidities-reviewed',
      [
        'Unhealed wound: active on 05-Jan-2026',
        'Myasthenia gravis: active on 05-Jan-2026, MGFA class I',
        'Fatigue: grade 2 on 06-Jan-2026',
        'Hearing loss: present on 07-Jan-2026',
      ],
    ],
    ['assertion:infection-status-reviewed', ['HBV: active on 08-Jan-2026']],
    ['assertion:treatment-history-complete', []],
    ['lab:platelets', []],
  ])('%s: %j', (key, expected) => {
    expect([...countsAsGoingOn(facts, key)].sort()).toEqual([...expected].sort())
  })
})
