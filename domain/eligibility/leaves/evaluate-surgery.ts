import type { CalendarDate } from '../../identity/calendar-date.ts'
import { silence } from '../completeness.ts'
import type { SurgeryLeaf } from '../event-leaf.ts'
import { evidenceOfTreatment } from '../evidence-of.ts'
import { explainTreatment } from '../explain-treatment.ts'
import { factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { coveringDays } from '../freshness.ts'
import type { PatientFacts, TreatmentFact } from '../patient-facts.ts'
import { treatmentInWindow } from '../treatment-window.ts'
import { clearedWords, clearingWords, windowWords } from '../treatment-window-words.ts'
import { allTri, type Tri, triOf } from '../tri.ts'
import type { Finding } from '../verdict.ts'

/** Whether any operation fits. "No" needs the treatment history to be confirmed complete, unless an operation says otherwise. */
export function evaluateSurgery(leaf: SurgeryLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const asked = `${factNameInside(leaf.procedure)} surgery`
  const operations = facts.treatments.filter((treatment) => treatment.kind === 'surgery')
  const answers = operations.map((operation) => ({ operation, ...judgeOperation(leaf, operation, anchor) }))
  const fitting = answers.filter((answer) => answer.verdict === 'met')
  const [first] = fitting
  const window = windowWords(leaf)
  if (first !== undefined) {
    const margin = first.operation.margin === null ? '' : ` with margin ${first.operation.margin}`
    const clearDays = fitting.map((answer) => answer.clearFrom).filter((day) => day !== null)
    const lastClearDay = clearDays.length === fitting.length ? (clearDays.sort().at(-1) ?? null) : null
    const clear = clearingWords(leaf, first.operation, anchor)
    const sentence = `${explainTreatment(first.operation)}, counts as ${asked}${margin}${window}${clear}`
    return settled('met', sentence, evidenceOfTreatment(first.operation), lastClearDay)
  }
  const open = answers.find((answer) => answer.verdict === 'unknown')
  if (open !== undefined) {
    const item = { key: `treatment:${open.operation.rowId}:${open.gap}`, label: `${open.operation.name}: ${open.gap}` }
    const sentence = `${explainTreatment(open.operation)}, may count as ${asked}${window}: ${open.gap} not recorded`
    return undecided('missing', item, sentence, evidenceOfTreatment(open.operation))
  }
  const margins = leaf.margin === undefined ? '' : ` with margin ${leaf.margin.join(' or ')}`
  const category = 'treatment-history-complete'
  const absence = `No ${asked}${margins}${window} is recorded`
  const found = silence(facts, category, anchor, absence, coveringDays(category, leaf))
  const [left] = answers.flatMap(({ operation, isPast }) =>
    isProcedure(leaf.procedure, operation.procedure) === 'met' ? leftWords(leaf, operation, isPast, anchor) : [],
  )
  return left === undefined ? found : { ...found, sentence: `${found.sentence}; ${left}` }
}

/** Of an operation that does not fit all the same: since when it is clear, or else that it does not count. */
function leftWords(leaf: SurgeryLeaf, operation: TreatmentFact, isPast: boolean, anchor: CalendarDate): string {
  const cleared = isPast ? clearedWords(leaf, operation, anchor) : null
  const margin = leaf.margin === undefined || operation.margin === null ? [] : [`margin ${operation.margin}`]
  return cleared ?? `${explainTreatment(operation, margin)}, does not count`
}

function judgeOperation(leaf: SurgeryLeaf, operation: TreatmentFact, anchor: CalendarDate) {
  const window = treatmentInWindow(operation, leaf, anchor)
  const parts: readonly (readonly [Tri, string])[] = [
    [isProcedure(leaf.procedure, operation.procedure), 'procedure'],
    [
      leaf.margin === undefined
        ? 'met'
        : operation.margin === null
          ? 'unknown'
          : triOf(leaf.margin.includes(operation.margin)),
      'margin',
    ],
    [window.verdict, 'date'],
  ]
  const gap = parts.find(([verdict]) => verdict === 'unknown')?.[1] ?? ''
  const verdicts = parts.map(([verdict]) => verdict)
  const isPast = verdicts.every((verdict, place) => verdict === (place === parts.length - 1 ? 'notMet' : 'met'))
  return { verdict: allTri(verdicts), clearFrom: window.clearFrom, gap, isPast }
}

/** Taking out the primary tumour is major surgery whatever else it is called. */
function isProcedure(asked: string, recorded: string | null): Tri {
  if (recorded === null) return 'unknown'
  return triOf(recorded === asked || (asked === 'major' && recorded === 'primary-resection'))
}
