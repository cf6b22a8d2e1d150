import type { CalendarDate } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { completenessItem, notConfirmed, silence, standingConfirmation } from '../completeness.ts'
import { partialWithinDays } from '../date-window.ts'
import { windowText } from '../days-text.ts'
import { uncoded } from '../derive-other-malignancies.ts'
import type { OtherMalignancyLeaf } from '../event-leaf.ts'
import { evidenceOfOtherMalignancy } from '../evidence-of.ts'
import { factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { coveringDays } from '../freshness.ts'
import type { OtherMalignancyFact, PatientFacts } from '../patient-facts.ts'
import type { Tri } from '../tri.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/** Another cancer diagnosed inside the window; `onlyTypes` asks whether all of those belong to the list. */
export function evaluateOtherMalignancy(leaf: OtherMalignancyLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const answers = facts.otherMalignancies.map((cancer) => ({ cancer, verdict: isInWindow(leaf, cancer, anchor) }))
  const found = answers.filter(({ verdict }) => verdict === 'met').map(({ cancer }) => cancer)
  const open = answers.find(({ verdict }) => verdict === 'unknown')?.cancer
  const window = leaf.withinDays === undefined ? '' : ` within ${windowText(leaf.withinDays)}`
  if (leaf.onlyTypes !== undefined) return judgeOnly(leaf, leaf.onlyTypes, found, open, facts, anchor)
  const [first] = found
  if (first !== undefined)
    return settled(
      'met',
      `Other cancer: ${describe(first)}${window === '' ? '' : `; asked:${window}`}`,
      evidenceOfOtherMalignancy(first),
    )
  if (open !== undefined) {
    return undecided(
      'missing',
      dateItem(open),
      `Other cancer: ${describe(open)}; whether it is${window} is not known`,
      evidenceOfOtherMalignancy(open),
    )
  }
  const category = 'comorbidities-reviewed'
  return silence(facts, category, anchor, `No other cancer${window} is recorded`, coveringDays(category, leaf))
}

function isInWindow(leaf: OtherMalignancyLeaf, cancer: OtherMalignancyFact, anchor: CalendarDate): Tri {
  if (leaf.withinDays === undefined) return 'met'
  return cancer.diagnosedOn === null ? 'unknown' : partialWithinDays(cancer.diagnosedOn, anchor, leaf.withinDays)
}

function judgeOnly(
  leaf: OtherMalignancyLeaf,
  types: readonly string[],
  found: readonly OtherMalignancyFact[],
  open: OtherMalignancyFact | undefined,
  facts: PatientFacts,
  anchor: CalendarDate,
): Finding {
  const accepted = listed(types.map(factNameInside), 'or')
  const window = leaf.withinDays === undefined ? '' : ` within ${windowText(leaf.withinDays)}`
  const outside = found.find((cancer) => isType(cancer, types) === 'notMet')
  if (outside !== undefined)
    return settled(
      'notMet',
      `Other cancer: ${describe(outside)}, is not ${accepted}${window === '' ? '' : `; asked:${window}`}`,
      evidenceOfOtherMalignancy(outside),
    )
  const unclear = found.find((cancer) => isType(cancer, types) === 'unknown') ?? open
  if (unclear !== undefined) {
    const item = { key: `other-malignancy:${unclear.rowId}`, label: 'Type, date and treatment of the other cancer' }
    return undecided(
      'missing',
      item,
      `Other cancer: ${describe(unclear)}; whether it is of an accepted type is not known`,
      evidenceOfOtherMalignancy(unclear),
    )
  }
  const words = `No other cancer than ${accepted} is recorded`
  const category = 'comorbidities-reviewed'
  const windowDays = coveringDays(category, leaf)
  const confirmation = standingConfirmation(facts, category, anchor, windowDays)
  if (confirmation === null) {
    const item = completenessItem(category)
    const sentence = `${words}${notConfirmed(facts, category, anchor, windowDays)}`
    return { ...undecided('notConfirmedComplete', item, sentence), absence: words }
  }
  const { words: review, evidence } = confirmation
  const [first] = found
  if (first === undefined)
    return settled('notMet', `No other cancer${window} is recorded (${review}); asked: ${accepted} alone`, evidence)
  const sentence = `Other cancer: ${describe(first)}; none other than ${accepted} is recorded${window} (${review})`
  return settled('met', sentence, evidenceOfOtherMalignancy(first))
}

/** "nmsc" may or may not be "nmsc-treated": a type that only lacks its ending is unknown, and so is one without a code. */
function isType(cancer: OtherMalignancyFact, types: readonly string[]): Tri {
  if (types.includes(cancer.type)) return 'met'
  const mayBe = cancer.type === uncoded || types.some((type) => type.startsWith(`${cancer.type}-`))
  return mayBe ? 'unknown' : 'notMet'
}

function describe({ type, diagnosedOn, source }: OtherMalignancyFact): string {
  return `${factNameInside(type)}${diagnosedOn === null ? '' : `, diagnosed ${displayDate(diagnosedOn)}`} (${source})`
}

function dateItem(cancer: OtherMalignancyFact) {
  return { key: `other-malignancy:${cancer.rowId}`, label: 'Date of the other cancer' }
}
