import type { Observation } from './patient-record.ts'
import { presenceOf } from './recorded-word.ts'

/** The CTCAE grades, from the least to the most, that a record of a toxicity leaves possible; 0 is none. */
export interface GradeSpan {
  readonly least: number
  readonly most: number
}

type Recorded = Pick<Observation, 'value' | 'detail'>

const worstGrade = 5

/** One grade where it was recorded; every grade where only the toxicity was, and all between where two of a day differ. */
export function gradeSpan({ value, detail }: Recorded): GradeSpan {
  const { leastGrade, mostGrade } = detail
  if (typeof leastGrade === 'number' && typeof mostGrade === 'number') return { least: leastGrade, most: mostGrade }
  if (typeof value === 'number') return { least: value, most: value }
  return { least: 0, most: ['absent', 'past'].includes(presenceOf(value)) ? 0 : worstGrade }
}

/** What records of one day that differ say together, kept in the detail of the one row that is made of them. */
export function joinedGrades(rows: readonly Recorded[]): { leastGrade: number; mostGrade: number } {
  const spans = rows.map(gradeSpan)
  return {
    leastGrade: Math.min(...spans.map(({ least }) => least)),
    mostGrade: Math.max(...spans.map(({ most }) => most)),
  }
}

export function reachesGrade(recorded: Recorded, grade: number): boolean {
  return gradeSpan(recorded).least >= grade
}

/** Whether only the grade, or which of two holds, is missing for an answer. */
export function mayReachGrade(recorded: Recorded, grade: number): boolean {
  const { least, most } = gradeSpan(recorded)
  return least < grade && most >= grade
}
