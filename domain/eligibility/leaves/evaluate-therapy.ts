import { type CalendarDate, daysBetween } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { askedClassesText } from '../asked-classes-text.ts'
import { silence } from '../completeness.ts'
import { daysText } from '../days-text.ts'
import type { TherapyLeaf } from '../event-leaf.ts'
import { evidenceOfTreatment } from '../evidence-of.ts'
import { explainTreatment } from '../explain-treatment.ts'
import { factNameInside, sentenceCase } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { coveringDays, goingOnTreatmentDays } from '../freshness.ts'
import { isOfClass } from '../is-of-class.ts'
import { namedItem } from '../item-name.ts'
import type { PatientFacts, TreatmentFact } from '../patient-facts.ts'
import { goingOnGap, treatmentInWindow } from '../treatment-window.ts'
import { clearedWords, clearingWords, windowOfTreatment, windowWords } from '../treatment-window-words.ts'
import { allTri, type Tri, triOf } from '../tri.ts'
import { usualWindow, windowLimit } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import { listed } from '../word-list.ts'

/**
 * Whether any treatment is of the classes and fits the rest. Treatments that do not fit show only that *they* do not:
 * "no" needs the treatment history to be confirmed complete.
 */
export function evaluateTherapy(leaf: TherapyLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const asked = askedClassesText(leaf.any)
  if (leaf.any.includes('same-class-as-cohort')) {
    const item = namedItem('therapy:same-class-as-cohort')
    return undecided(
      'notComputed',
      item,
      'A person must compare previous treatments with the class given in the trial arm',
    )
  }
  const answers = facts.treatments.map((treatment) => judgeTreatment(leaf, treatment, anchor))
  const fitting = answers.filter((answer) => answer.verdict === 'met')
  const [first] = fitting
  if (first !== undefined) {
    const changesOn = lastClearDay(fitting)
    const sentence = `${countsWords(leaf, first.treatment, anchor)}${longerThan(first, fitting, changesOn, leaf, anchor)}`
    return settled('met', sentence, evidenceOfTreatment(first.treatment), changesOn)
  }
  const open = answers.find((answer) => answer.verdict === 'unknown')
  if (open !== undefined) {
    const item = { key: `treatment:${open.treatment.rowId}:${open.gap}`, label: `${open.treatment.name}: ${open.gap}` }
    const sentence = `${explainTreatment(open.treatment, partsAsked(leaf, open.treatment))}, may count as ${asked}${windowWords(leaf)}: ${gapWords(open, anchor)}${open.gap === halfLifeGap ? clearingWords(leaf, open.treatment, anchor) : ''}`
    const reason = open.gap === goingOnGap ? 'stale' : 'missing'
    return undecided(reason, item, sentence, evidenceOfTreatment(open.treatment))
  }
  const category = 'treatment-history-complete'
  const isOnRecord = facts.treatments.some((treatment) => isOfClass(leaf.any, treatment) === 'met')
  const further = isOnRecord ? furtherAsked(leaf) : ''
  const absence = `No ${asked}${further}${windowWords(leaf)}${isBothLimits(leaf) ? ',' : ''} is recorded`
  const none = silence(facts, category, anchor, absence, coveringDays(category, leaf))
  const found = isOnRecord
    ? none
    : { ...none, sentence: `${none.sentence}${furtherAsked(leaf).replace(/^, /u, '; asked: ')}` }
  const [left] = answers.flatMap(({ treatment, isPast }) =>
    isOfClass(leaf.any, treatment) === 'met' ? leftWords(leaf, treatment, isPast, anchor) : [],
  )
  return left === undefined ? found : { ...found, sentence: `${found.sentence}; ${left}` }
}

/** Of a treatment of the class that does not fit all the same: since when it is clear, or else that it does not count. */
function leftWords(leaf: TherapyLeaf, treatment: TreatmentFact, isPast: boolean, anchor: CalendarDate): string {
  const cleared = isPast ? clearedWords(leaf, treatment, anchor) : null
  return cleared ?? `${explainTreatment(treatment, partsAsked(leaf, treatment))}, does not count`
}

/** What is recorded of that which is asked beside class and window: "first-line", "6 cycles". */
function partsAsked(leaf: TherapyLeaf, treatment: TreatmentFact): readonly string[] {
  const { setting, site, cycles, isForIndexCancer } = treatment
  const hasCycles = leaf.cyclesMin !== undefined || leaf.cyclesMax !== undefined
  return [
    leaf.setting === undefined || setting === null ? [] : [factNameInside(setting)],
    leaf.site === undefined || site === null ? [] : [`to the ${factNameInside(site)}`],
    leaf.forCurrentCancer !== true || isForIndexCancer ? [] : ['for another condition'],
    !hasCycles || cycles === null ? [] : [cycles === 1 ? '1 cycle' : `${cycles} cycles`],
  ].flat()
}

/** What is asked beside class and window: without it, "none is recorded" would deny a treatment that is on record. */
function furtherAsked({ setting, site, forCurrentCancer, cyclesMin, cyclesMax }: TherapyLeaf): string {
  const cycles = [
    ...(cyclesMin === undefined ? [] : [`at least ${cyclesMin}`]),
    ...(cyclesMax === undefined ? [] : [`at most ${cyclesMax}`]),
  ]
  return [
    setting === undefined ? '' : `, ${listed(setting.map(factNameInside), 'or')}`,
    site === undefined ? '' : `, to the ${factNameInside(site)}`,
    forCurrentCancer === true ? ', for this cancer' : '',
    cycles.length === 0 ? '' : `, of ${cycles.join(' and ')} cycles`,
  ].join('')
}

/** "within 14 days or 5 half-lives, whichever is longer," closes with a comma. */
function isBothLimits({ withinDays, orHalfLives }: TherapyLeaf): boolean {
  return withinDays !== undefined && orHalfLives !== undefined
}

/** "Carboplatin, last given 01-Aug-2026 (SACT), counts as platinum within 28 days; clear from 30-Aug-2026". */
function countsWords(leaf: TherapyLeaf, treatment: TreatmentFact, anchor: CalendarDate): string {
  const meant = leaf.any.filter((name) => isOfClass([name], treatment) === 'met')
  const asked =
    meant.length === 0 || meant.length > 3 ? askedClassesText(leaf.any) : listed(meant.map(factNameInside), 'or')
  const named = asked.toLowerCase() === treatment.name.toLowerCase() ? '' : ` as ${asked}`
  const window = windowOfTreatment(leaf, treatment)
  return `${explainTreatment(treatment, partsAsked(leaf, treatment))}, counts${named}${window}${clearingWords(leaf, treatment, anchor)}`
}

/** Another treatment keeps the patient longer in the window than the one told of. */
function longerThan(
  told: TreatmentAnswer,
  fitting: readonly TreatmentAnswer[],
  changesOn: CalendarDate | null,
  leaf: TherapyLeaf,
  anchor: CalendarDate,
): string {
  if (told.clearFrom === changesOn) return ''
  const last = fitting.find(({ clearFrom }) => clearFrom === changesOn)
  if (last === undefined) return ''
  return `; ${sentenceCase(last.treatment.name)} counts too${clearingWords(leaf, last.treatment, anchor).replace(';', ',')}`
}

const classGap = 'class of treatment'
const halfLifeGap = 'half-life'

/** Beside recorded classes, "not recorded" would read as if there were none. */
function gapWords({ gap, treatment }: TreatmentAnswer, anchor: CalendarDate): string {
  const { classes, hasAllClasses, saidToGoOn } = treatment
  if (gap === goingOnGap && saidToGoOn !== null) {
    const limit = windowLimit(usualWindow(goingOnTreatmentDays))
    return `last said to on ${displayDate(saidToGoOn)}, ${daysText(daysBetween(saidToGoOn, anchor))} ago; ${limit}; ${gap} is not recorded`
  }
  const hasOthers = gap === classGap && classes.length > 0 && !hasAllClasses
  return hasOthers
    ? `recorded as ${classes.map(factNameInside).join(' and ')}, and nobody has said that these are all of its classes`
    : `${gap} not recorded`
}

interface TreatmentAnswer {
  readonly treatment: TreatmentFact
  readonly verdict: Tri
  readonly clearFrom: CalendarDate | null
  readonly gap: string
  /** It would fit, but for the window that it has left. */
  readonly isPast: boolean
}

function judgeTreatment(leaf: TherapyLeaf, treatment: TreatmentFact, anchor: CalendarDate): TreatmentAnswer {
  const window = treatmentInWindow(treatment, leaf, anchor)
  const parts: readonly (readonly [Tri, string])[] = [
    [isOfClass(leaf.any, treatment), classGap],
    [triOf(leaf.forCurrentCancer !== true || treatment.isForIndexCancer), ''],
    [leaf.setting === undefined ? 'met' : isListed(treatment.setting, leaf.setting), 'setting'],
    [
      leaf.site === undefined ? 'met' : isSite(leaf.site, treatment.site),
      `whether it treated the ${factNameInside(leaf.site ?? 'lesion')}`,
    ],
    [cyclesFit(leaf, treatment.cycles), 'number of cycles'],
    [window.verdict, window.gap ?? ''],
  ]
  const gap = parts.find(([verdict]) => verdict === 'unknown')?.[1] ?? ''
  const verdicts = parts.map(([verdict]) => verdict)
  const isPast = verdicts.every((verdict, place) => verdict === (place === parts.length - 1 ? 'notMet' : 'met'))
  return { treatment, verdict: allTri(verdicts), clearFrom: window.clearFrom, gap, isPast }
}

function isListed(value: string | null, list: readonly string[]): Tri {
  return value === null ? 'unknown' : triOf(list.includes(value))
}

/** Which lesion is the target is decided at trial entry, so a place in the body does not answer it. */
function isSite(asked: string, recorded: string | null): Tri {
  if (recorded === asked) return 'met'
  return recorded === null || (asked === 'target-lesion' && recorded !== 'non-target-lesion') ? 'unknown' : 'notMet'
}

function cyclesFit(leaf: TherapyLeaf, cycles: number | null): Tri {
  if (leaf.cyclesMin === undefined && leaf.cyclesMax === undefined) return 'met'
  if (cycles === null) return 'unknown'
  return triOf((leaf.cyclesMin ?? cycles) <= cycles && cycles <= (leaf.cyclesMax ?? cycles))
}

/** Time alone clears the leaf once it has cleared every treatment that fits. */
function lastClearDay(answers: readonly TreatmentAnswer[]): CalendarDate | null {
  const days = answers.map((answer) => answer.clearFrom)
  return days.reduce((latest, day) => (latest === null || day === null ? null : day > latest ? day : latest))
}
