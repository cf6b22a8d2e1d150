import type { CalendarDate } from '../../identity/calendar-date.ts'
import { askedClassesText } from '../asked-classes-text.ts'
import { silence } from '../completeness.ts'
import type { TherapyLeaf } from '../event-leaf.ts'
import { evidenceOfTreatment } from '../evidence-of.ts'
import { explainTreatment } from '../explain-treatment.ts'
import { factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { coveringDays } from '../freshness.ts'
import { isOfClass } from '../is-of-class.ts'
import { namedItem } from '../item-name.ts'
import type { PatientFacts, TreatmentFact } from '../patient-facts.ts'
import { treatmentInWindow } from '../treatment-window.ts'
import { allTri, type Tri, triOf } from '../tri.ts'
import type { Finding } from '../verdict.ts'

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
    const sentence = `${explainTreatment(first.treatment)} is ${asked}${windowWords(leaf)}`
    return settled('met', sentence, evidenceOfTreatment(first.treatment), lastClearDay(fitting))
  }
  const open = answers.find((answer) => answer.verdict === 'unknown')
  if (open !== undefined) {
    const item = { key: `treatment:${open.treatment.rowId}:${open.gap}`, label: `${open.treatment.name}: ${open.gap}` }
    const sentence = `${explainTreatment(open.treatment)} could be ${asked}${windowWords(leaf)}: ${gapWords(open)}`
    return undecided('missing', item, sentence, evidenceOfTreatment(open.treatment))
  }
  const category = 'treatment-history-complete'
  const absence = `No ${asked}${windowWords(leaf)} is recorded`
  return silence(facts, category, anchor, absence, coveringDays(category, leaf))
}

const classGap = 'class of treatment'

/** Beside recorded classes, "not recorded" would read as if there were none. */
function gapWords({ gap, treatment: { classes, hasAllClasses } }: TreatmentAnswer): string {
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
  return { treatment, verdict: allTri(parts.map(([verdict]) => verdict)), clearFrom: window.clearFrom, gap }
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

function windowWords(leaf: TherapyLeaf): string {
  const days = leaf.withinDays === undefined ? [] : [`${leaf.withinDays} days`]
  const halfLives = leaf.orHalfLives === undefined ? [] : [`${leaf.orHalfLives} half-lives`]
  const limits = [...days, ...halfLives]
  if (limits.length === 0) return ''
  return ` within ${limits.join(' or ')}${limits.length === 2 ? `, whichever is ${leaf.whichever ?? 'longer'}` : ''}`
}
