import { expect, it } from 'vitest'
import { missingText } from './missing-item.ts'
import { phaseText } from './phases.ts'

it.each([
  [['PHASE3'], 'Phase 3'],
  [['PHASE1', 'PHASE2'], 'Phase 1/2'],
  [['EARLY_PHASE1'], 'Early phase 1'],
  [['EARLY_PHASE1', 'PHASE1'], 'Early phase 1, Phase 1'],
  [['NA'], 'Without phases'],
  [[], 'Not known'],
])('the phases %j read %j', (phases, text) => {
  expect(phaseText(phases)).toBe(text)
})

it('missing items are named, and nothing missing is said', () => {
  expect(missingText(['histology', 'bloodCount'])).toBe('Histology, Blood count')
  expect(missingText([])).toBe('Nothing')
})
