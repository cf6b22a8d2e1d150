import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { acuteConfirmation, acuteNegativeOrSilence, acuteSilence } from '../acute-review.ts'
import { isWithinDays } from '../date-window.ts'
import type { ToxicityLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainReading, explainUnended, explainWindow } from '../explain-reading.ts'
import { factName, factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { acuteWindowDays, completenessWindowDays, coveringDays } from '../freshness.ts'
import { stillGoesOn } from '../going-on.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { mayReachGrade, reachesGrade } from '../toxicity-grade.ts'
import { valueWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/** CTCAE grade 1 is what protocols accept as recovered, so a question without a grade is about grade 2 or worse. */
export const defaultGrade = 2

/**
 * Present toxicity of a term (or of the class noted with it, such as "immune-related"), at its latest grade while that
 * holds; "ever" and a window look at every record. `onlyTerms` asks whether all that is present belongs to the list.
 */
export function evaluateToxicity(leaf: ToxicityLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const grade = leaf.gradeMin ?? defaultGrade
  const present = Object.entries(facts.toxicities).flatMap(([term, readings]) =>
    counted(leaf, readings, facts, anchor).map((reading) => ({ term, reading })),
  )
  const named = present.filter(({ term, reading }) => isTerm(leaf, term, reading))
  const ungraded = named.find(({ reading }) => mayReachGrade(reading, grade))
  const severe = named.filter(({ reading }) => reachesGrade(reading, grade))
  if (leaf.onlyTerms !== undefined) return judgeOnly(leaf, leaf.onlyTerms, named, severe, facts, anchor)
  const [found] = severe
  if (found !== undefined) {
    const changesOn = leaf.withinDays === undefined ? null : lastDayOf(severe, leaf.withinDays)
    const window = explainWindow(leaf.withinDays, changesOn).replace('; asked:', '')
    const sentence = `${explainReading(`${factName(found.term)} grade`, found.reading)} (${found.reading.source}); asked: grade ${grade} or worse${window}`
    return settled('met', sentence, evidenceOfReading(found.reading), changesOn)
  }
  if (ungraded !== undefined) return gradeMissing(ungraded)
  const goingOn = lastSevere(leaf, facts).find(({ term, reading }) => isTerm(leaf, term, reading))
  if (goingOn !== undefined) return askForGrade(leaf, goingOn, anchor)
  const asked = leaf.term === undefined || leaf.term === 'any' ? 'toxicity' : factNameInside(leaf.term)
  const latest = leaf.term === undefined ? undefined : facts.toxicities[leaf.term]?.[0]
  const label = `${factName(leaf.term ?? 'toxicity')} grade`
  const negative = leaf.ever === true ? undefined : latest
  const absence = `No ${asked} of grade ${grade} or worse is recorded`
  return acuteNegativeOrSilence(facts, anchor, label, negative, absence, absentDays(leaf))
}

function absentDays(leaf: ToxicityLeaf): number {
  return coveringDays('comorbidities-reviewed', leaf, acuteWindowDays)
}

/** The latest of each term, where it is said to be there or is of the grade that is asked. */
function lastSevere(
  { gradeMin = defaultGrade }: ToxicityLeaf,
  { toxicities }: PatientFacts,
): readonly PresentToxicity[] {
  return Object.entries(toxicities)
    .flatMap(([term, [reading]]) => (reading === undefined ? [] : [{ term, reading }]))
    .filter(({ reading }) => reachesGrade(reading, gradeMin) || mayReachGrade(reading, gradeMin))
}

/** Last graded too long ago, or before the window. */
function askForGrade(leaf: ToxicityLeaf, { term, reading }: PresentToxicity, anchor: CalendarDate): Finding {
  const item = { key: `toxicity:${term}`, label: `${factName(term)}: grade now` }
  const window = valueWindow(leaf, completenessWindowDays['comorbidities-reviewed'])
  const sentence = explainUnended(`${factName(term)} grade`, reading, anchor, window)
  return undecided('stale', item, sentence, evidenceOfReading(reading))
}

interface PresentToxicity {
  readonly term: string
  readonly reading: Reading
}

function counted(
  { withinDays, ever }: ToxicityLeaf,
  readings: readonly Reading[],
  facts: PatientFacts,
  anchor: CalendarDate,
): readonly Reading[] {
  if (withinDays !== undefined) return readings.filter((reading) => isWithinDays(reading.on, anchor, withinDays))
  if (ever === true) return readings
  return readings.slice(0, 1).filter((reading) => stillGoesOn(reading, facts, 'comorbidities-reviewed', anchor))
}

function isTerm(leaf: ToxicityLeaf, term: string, reading: Reading): boolean {
  return leaf.term === undefined || leaf.term === 'any' || leaf.term === term || reading.detail.class === leaf.term
}

function gradeMissing({ term, reading }: PresentToxicity): Finding {
  const item = { key: `toxicity:${term}`, label: `${factName(term)}: CTCAE grade` }
  const opposed = opposedFinding(item, `${factName(term)} grade`, reading)
  if (opposed !== null) return opposed
  const sentence = `${explainReading(`${factName(term)}:`, reading)}: grade not recorded (${reading.source})`
  return undecided('missing', item, sentence, evidenceOfReading(reading))
}

function judgeOnly(
  leaf: ToxicityLeaf,
  terms: readonly string[],
  present: readonly PresentToxicity[],
  severe: readonly PresentToxicity[],
  facts: PatientFacts,
  anchor: CalendarDate,
): Finding {
  const accepted = listed(terms.map(factNameInside), 'or')
  const { gradeMin = defaultGrade } = leaf
  const grade = `grade ${gradeMin} or worse`
  const other = severe.find(({ term }) => !terms.includes(term))
  if (other !== undefined) {
    const sentence = `${explainReading(`${factName(other.term)} grade`, other.reading)} is not ${accepted} (${other.reading.source}); asked: ${grade} of these alone`
    return settled('notMet', sentence, evidenceOfReading(other.reading))
  }
  const ungraded = present.find(({ term, reading }) => !terms.includes(term) && mayReachGrade(reading, gradeMin))
  if (ungraded !== undefined) return gradeMissing(ungraded)
  const outdated = outdatedOther(leaf, terms, present, facts)
  if (outdated !== undefined) return askForGrade(leaf, outdated, anchor)
  const confirmation = acuteConfirmation(facts, anchor, absentDays(leaf))
  if (confirmation === null) {
    return acuteSilence(facts, anchor, `No toxicity other than ${accepted} is recorded`, absentDays(leaf))
  }
  const { words: review, evidence } = confirmation
  const [first] = severe
  const listedUngraded = present.find(({ reading }) => mayReachGrade(reading, gradeMin))
  if (first === undefined && listedUngraded !== undefined) return gradeMissing(listedUngraded)
  if (first === undefined)
    return settled('notMet', `No toxicity of ${grade} is recorded (${review}); asked: ${accepted} alone`, evidence)
  const { term, reading } = first
  const found = `${explainReading(`${factName(term)} grade`, reading)} (${reading.source})`
  const sentence = `${found}; no toxicity of ${grade} other than ${accepted} is recorded (${review})`
  return settled('met', sentence, evidenceOfReading(reading))
}

/** One that is not accepted, and is too old to count or to be left out. */
function outdatedOther(
  leaf: ToxicityLeaf,
  terms: readonly string[],
  present: readonly PresentToxicity[],
  facts: PatientFacts,
): PresentToxicity | undefined {
  return lastSevere(leaf, facts).find(
    ({ term, reading }) =>
      isTerm(leaf, term, reading) && !terms.includes(term) && !present.some((each) => each.reading === reading),
  )
}

function lastDayOf(severe: readonly PresentToxicity[], withinDays: number): CalendarDate | null {
  const last = severe
    .map(({ reading }) => reading.on)
    .sort()
    .at(-1)
  return last === undefined ? null : addDays(last, withinDays + 1)
}
