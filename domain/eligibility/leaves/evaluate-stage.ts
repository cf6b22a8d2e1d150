import { evidenceOfReading } from '../evidence-of.ts'
import { displayValue, sourceAndDate } from '../explain-reading.ts'
import { claimed, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { StageLeaf } from '../leaf.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { allTri, type Tri } from '../tri.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/**
 * Every part that the trial asks of the stage. A part that is not recorded, not assessed (TX, NX, MX) or coarser than
 * what is asked (III for IIIB) is unknown.
 */
export function evaluateStage(leaf: StageLeaf, facts: PatientFacts): Finding {
  const item = namedItem(`stage:${leaf.system}`)
  const reading = facts.stages[leaf.system]
  if (reading === undefined) return undecided('missing', item, `${item.label}: not recorded`)
  const opposed = opposedFinding(item, `${item.label}:`, reading)
  if (opposed !== null) return opposed
  const verdict = allTri([
    judgePart(leaf.group, groupOf(reading)),
    judgePart(leaf.t, reading.detail.t),
    judgePart(leaf.n, reading.detail.n),
    judgePart(leaf.m, reading.detail.m),
  ])
  const parts = [reading.detail.t, reading.detail.n, reading.detail.m].filter((part) => part !== undefined)
  const asked = [leaf.group, leaf.t, leaf.n, leaf.m]
    .filter((part) => part !== undefined)
    .map((part) => listed(part, 'or'))
  const words = `${item.label}: ${[displayValue(reading.value), ...parts].filter((part) => part !== '').join(' ')} ${sourceAndDate(reading)}; asked: ${asked.join(', ')}`
  if (verdict === 'unknown')
    return undecided('missing', item, `${words}, of which a part is left open`, evidenceOfReading(reading))
  return claimed(verdict === 'met', words, evidenceOfReading(reading))
}

function groupOf(reading: Reading): string | undefined {
  return typeof reading.value === 'string' && reading.value !== '' ? reading.value : undefined
}

function judgePart(wanted: readonly string[] | undefined, recorded: string | number | boolean | undefined): Tri {
  if (wanted === undefined) return 'met'
  if (recorded === undefined) return 'unknown'
  const value = plainStage(String(recorded))
  if (value.endsWith('X')) return 'unknown'
  if (wanted.some((stage) => isSameOrPartOf(value, plainStage(stage)))) return 'met'
  return wanted.some((stage) => isSameOrPartOf(plainStage(stage), value)) ? 'unknown' : 'notMet'
}

/** IIIA is part of III and N1a of N1, but II is not part of I. */
export function isSameOrPartOf(value: string, stage: string): boolean {
  return value === stage || (value.startsWith(stage) && /^([A-E0-9]+|MI)$/u.test(value.slice(stage.length)))
}

/** "Stage pT2", "ypN1a" and "T2" are the same category found by different means. */
export function plainStage(value: string): string {
  return value
    .trim()
    .replace(/^stage\s*/iu, '')
    .replace(/^[cpyra]+(?=[TNM])/u, '')
    .toUpperCase()
}
