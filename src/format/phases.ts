import { notKnown } from './not-known.ts'

/** Phases as the registry codes them, in words: `['PHASE1', 'PHASE2']` is "Phase 1/2". */
export function phaseText(phases: readonly string[]): string {
  if (phases.length === 0) return notKnown
  const numbers = phases.map((phase) => /^PHASE(\d)$/.exec(phase)?.[1])
  if (numbers.every((number) => number !== undefined)) return `Phase ${numbers.join('/')}`
  return phases.map((phase) => otherPhases[phase] ?? phase).join(', ')
}

const otherPhases: Readonly<Record<string, string>> = {
  NA: 'Without phases',
  EARLY_PHASE1: 'Early phase 1',
  PHASE1: 'Phase 1',
  PHASE2: 'Phase 2',
  PHASE3: 'Phase 3',
  PHASE4: 'Phase 4',
}
