import type { CalendarDate } from '../../identity/calendar-date.ts'
import { silence, standingConfirmation } from '../completeness.ts'
import { countLines } from '../count-lines.ts'
import type { LinesOfTherapyLeaf } from '../event-leaf.ts'
import { evidenceOfTreatment } from '../evidence-of.ts'
import { explainLines } from '../explain-lines.ts'
import { factNameInside } from '../fact-name.ts'
import { claimed, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { PatientFacts } from '../patient-facts.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/**
 * A recorded line counts at once; that there are no more needs the treatment history to be confirmed complete, and no
 * line missing before a recorded one: to confirm the rest does not say what that line was.
 */
export function evaluateLines(leaf: LinesOfTherapyLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const category = 'treatment-history-complete'
  const count = countLines(facts, leaf.setting)
  const confirmation = standingConfirmation(facts, category, anchor)
  const most = confirmation === null ? Number.POSITIVE_INFINITY : count.most
  const { least } = count
  const min = leaf.min ?? 0
  const max = leaf.max ?? Number.POSITIVE_INFINITY
  const { words, latest } = explainLines(count)
  const found = `${countWords(least, most)} of ${settingWords(leaf)}systemic treatment${words === '' ? '' : ` (${words})`}`
  const asked = `; asked: ${askedWords(leaf)}`
  const evidence = latest === null ? null : { ...evidenceOfTreatment(latest), value: least }
  const isMet = least >= min && most <= max
  if (isMet || most < min || least > max) {
    const restsOn = (isMet && leaf.max !== undefined) || most < min ? confirmation : null
    const sentence = `${found}${restsOn === null ? '' : `; ${restsOn.words}`}${asked}`
    return claimed(isMet, sentence, least === 0 && restsOn !== null ? restsOn.evidence : evidence)
  }
  if (count.missing.length > 0) {
    return undecided('missing', namedItem('treatment:earlier-lines'), `${found}${asked}`, evidence)
  }
  if (confirmation === null) {
    const open = silence(facts, category, anchor, `${found} ${least > 1 ? 'are' : 'is'} recorded`)
    return {
      ...open,
      sentence: `${open.sentence}${asked}`,
      absence: `No line of systemic treatment ${least === 0 ? 'is' : `beyond the ${least}`} recorded`,
    }
  }
  const item = { key: 'treatment:lines', label: 'Line number and setting of each systemic treatment' }
  return undecided('missing', item, `${found}${asked}`, evidence)
}

function countWords(least: number, most: number): string {
  const lines = least === 0 ? 'No line' : least === 1 ? '1 line' : `${least} lines`
  if (least === most || (least === 0 && most === Number.POSITIVE_INFINITY)) return lines
  return most === Number.POSITIVE_INFINITY ? `At least ${lines}` : `Between ${least} and ${most} lines`
}

function settingWords(leaf: LinesOfTherapyLeaf): string {
  return leaf.setting.includes('any') ? '' : `${listed(leaf.setting.map(factNameInside), 'or')} `
}

/** "1 to 3", "at most 2", "none". */
function askedWords(leaf: LinesOfTherapyLeaf): string {
  const { min, max } = leaf
  if (max === undefined) return `at least ${min ?? 0}`
  if (min === undefined) return max === 0 ? 'none' : `at most ${max}`
  return min === max ? `exactly ${min}` : `${min} to ${max}`
}
