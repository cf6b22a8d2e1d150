import type { TreatmentFact } from './patient-facts.ts'
import { classesLeavingOpen, classesMeeting } from './treatment-class-members.ts'
import { questionsOfTreatment } from './treatment-classes.ts'
import { type Tri, triOf } from './tri.ts'

/** What radiotherapy can be besides: with a drug, from inside the body, before a transplant or under trial. */
export const classesOfRadiotherapy: readonly string[] = [
  'chemoradiotherapy',
  'investigational',
  'myeloablative',
  'PRRT',
]

/**
 * Whether a treatment is of any of some classes. Radiotherapy and surgery are known by their kind. Unknown where nobody
 * said that the recorded classes are all, and where a wide class is recorded alone and could be a narrower one.
 */
export function isOfClass(
  asked: readonly string[],
  { kind, classes, hasAllClasses }: Pick<TreatmentFact, 'kind' | 'classes' | 'hasAllClasses'>,
): Tri {
  const isRecorded = (name: string) => classes.includes(name)
  if (classesMeeting(asked).some(isRecorded)) return 'met'
  if (kind === 'surgery') return triOf(asked.includes('surgery'))
  if (asked.includes(kind === 'systemic' ? 'systemic-any' : 'radiotherapy')) return 'met'
  if (!hasAllClasses && possibleClasses(kind, asked).length > 0) return 'unknown'
  const isWide = classesLeavingOpen(asked).some(({ name, members }) => isRecorded(name) && !members.some(isRecorded))
  return isWide ? 'unknown' : 'notMet'
}

const answeredByKind: readonly string[] = ['radiotherapy', 'surgery', ...questionsOfTreatment]

/** Which classes, if they were recorded, would answer the question with yes. */
export function possibleClasses(kind: 'systemic' | 'radiotherapy', asked: readonly string[]): readonly string[] {
  const possible = classesMeeting(asked.filter((name) => !answeredByKind.includes(name)))
  return kind === 'systemic' ? possible : possible.filter((name) => classesOfRadiotherapy.includes(name))
}
