import type { CalendarDate } from '../../identity/calendar-date.ts'
import { completenessItem, isConfirmedComplete, silence } from '../completeness.ts'
import { countLines } from '../count-lines.ts'
import type { LinesOfTherapyLeaf } from '../event-leaf.ts'
import { evidenceOfTreatment } from '../evidence-of.ts'
import { claimed, undecided } from '../finding.ts'
import type { PatientFacts } from '../patient-facts.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/** A recorded line counts at once; that there are no more needs the treatment history to be confirmed complete. */
export function evaluateLines(leaf: LinesOfTherapyLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const count = countLines(facts, leaf.setting)
  const isComplete = isConfirmedComplete(facts, 'treatment-history-complete', anchor)
  const most = isComplete ? count.most : Number.POSITIVE_INFINITY
  const { least } = count
  const min = leaf.min ?? 0
  const max = leaf.max ?? Number.POSITIVE_INFINITY
  const latest = facts.treatments.find(({ kind }) => kind === 'systemic')
  const evidence = latest === undefined ? null : { ...evidenceOfTreatment(latest), value: least }
  const found = `${countWords(least, most)} of ${settingWords(leaf)}systemic treatment${howCounted(count.counted)}`
  const asked = `; asked: ${askedWords(leaf)}`
  const words = `${found}${asked}`
  if (least >= min && most <= max) return claimed(true, words, evidence)
  if (most < min || least > max) return claimed(false, words, evidence)
  if (!isComplete) {
    const silent = silence(facts, 'treatment-history-complete', anchor, `${found} is recorded`)
    const open =
      silent.verdict === 'unknown'
        ? silent
        : undecided('notConfirmedComplete', completenessItem('treatment-history-complete'), words, evidence)
    const sentence = silent.verdict === 'unknown' ? `${open.sentence}${asked}` : open.sentence
    return {
      ...open,
      sentence,
      absence: `No line of systemic treatment ${least === 0 ? 'is' : `beyond the ${least}`} recorded`,
    }
  }
  const item = { key: 'treatment:lines', label: 'Line number and setting of each systemic treatment' }
  return undecided('missing', item, `${words}; line number or setting not recorded`, evidence)
}

function countWords(least: number, most: number): string {
  const lines = least === 0 ? 'No line' : least === 1 ? '1 line' : `${least} lines`
  if (least === most || (least === 0 && most === Number.POSITIVE_INFINITY)) return lines
  return most === Number.POSITIVE_INFINITY ? `At least ${lines}` : `Between ${least} and ${most} lines`
}

function settingWords(leaf: LinesOfTherapyLeaf): string {
  return leaf.setting.includes('any') ? '' : `${listed(leaf.setting, 'or')} `
}

function howCounted(counted: readonly string[]): string {
  return counted.length === 0 ? '' : ` (${counted.join('; ')})`
}

function askedWords(leaf: LinesOfTherapyLeaf): string {
  const min = leaf.min === undefined ? [] : [`at least ${leaf.min}`]
  const max = leaf.max === undefined ? [] : [leaf.max === 0 ? 'none' : `at most ${leaf.max}`]
  return [...min, ...max].join(' and ')
}
