import type { components } from '#api/schema.ts'
import { suppressedCountText } from '../../format/suppressed-count.ts'

/** The finding in one sentence; null where there is nothing to say it of. */
export function dataGapSentence({
  items,
  pairs,
  patients,
}: Pick<components['schemas']['BlockingItems'], 'items' | 'pairs' | 'patients'>): string | null {
  const [first] = items
  if (first === undefined) return null
  const most = `“${first.label}” leaves most of them open (${suppressedCountText(first.pairs)})`
  const alone = first.settlesAlone === 0 ? '' : ` and alone would settle ${suppressedCountText(first.settlesAlone)}`
  return `${suppressedCountText(pairs)} pairs of a patient and a trial have data missing, of ${suppressedCountText(patients)} patients; ${most}${alone}`
}
