import { isListOf, isNumber, isOneOfWords, type JointCheck, type ValueCheck } from './field-check.ts'
import { findingShape, recordableCodes } from './finding-shape.ts'
import { neverWhere, whereCode } from './joint-checks.ts'
import type { ObservationKind } from './patient-record.ts'
import type { ValueShape } from './value-shape.ts'

/*
 * What a rule may ask of findings: the codes and words that can be recorded, and no others. A word that nobody can
 * record could never be answered, and in an exclusion it would let everybody pass.
 */

export function isCodeOf(kind: ObservationKind): ValueCheck {
  return isOneOfWords(...recordableCodes(kind))
}

/** The words of a kind of finding, whatever its code is; without those that leave the question open. */
export function isWordOf(kind: ObservationKind, leavingOpen: readonly string[] = []): ValueCheck {
  const words = recordableCodes(kind).flatMap((code) => choicesOf(findingShape(kind, code)?.value))
  return isOneOfWords(...new Set(words.filter((word) => !leavingOpen.includes(String(word)))))
}

/** The words of a further part of a finding: of measurable disease, what it was measured by. */
export function isDetailOf(kind: ObservationKind, detail: string): ValueCheck {
  const words = recordableCodes(kind).flatMap((code) => choicesOf(findingShape(kind, code)?.details[detail]))
  return isOneOfWords(...new Set(words))
}

/** `field` asks for a further part, which only some codes have. */
export function onlyWithDetail(kind: ObservationKind, by: string, detail: string, field: string): JointCheck {
  const hasDetail = (code: string) => findingShape(kind, code)?.details[detail] !== undefined
  const codes = recordableCodes(kind)
  return neverWhere(
    by,
    codes.filter((code) => !hasDetail(code)),
    field,
    codes.filter(hasDetail),
  )
}

/** `field` asks for one of the words that the code, which the field `by` names, can be recorded with. */
export function wordByCode(kind: ObservationKind, by: string, field: string): readonly JointCheck[] {
  return recordableCodes(kind).map((code) => whereCode(by, [code], field, isOneOfWords(...wordsOf(kind, code))))
}

/** The same, for a list of words or numbers. */
export function wordsByCode(kind: ObservationKind, by: string, field: string): readonly JointCheck[] {
  return recordableCodes(kind).map((code) =>
    whereCode(by, [code], field, isListOf(isOneOfWords(...wordsOf(kind, code)))),
  )
}

/** `field` is a limit: one of the numbers of the code, or not there where it has words only. */
export function limitByCode(kind: ObservationKind, by: string, field: string): readonly JointCheck[] {
  const codes = recordableCodes(kind)
  const numbersOf = (code: string) => wordsOf(kind, code).filter((value) => typeof value === 'number')
  const counted = codes.filter((code) => numbersOf(code).length > 0)
  const worded = codes.filter((code) => !counted.includes(code))
  return [
    ...counted.map((code) => whereCode(by, [code], field, isOneOfWords(...numbersOf(code)))),
    ...(worded.length === 0 ? [] : [neverWhere(by, worded, field, counted)]),
  ]
}

/** `value` is a number of what is measured, and otherwise one of the words that the code can be recorded with. */
export function valueByCode(kind: ObservationKind, by: string): readonly JointCheck[] {
  const codes = recordableCodes(kind)
  const worded = codes.filter((code) => wordsOf(kind, code).length > 0)
  const measured = codes.filter((code) => !worded.includes(code))
  return [
    whereCode(by, measured, 'value', isNumber),
    ...worded.map((code) => whereCode(by, [code], 'value', isOneOfWords(...wordsOf(kind, code)))),
  ]
}

function wordsOf(kind: ObservationKind, code: string): readonly (string | number)[] {
  return choicesOf(findingShape(kind, code)?.value)
}

/** What can be chosen, beside yes and no; nothing of what is typed in. */
function choicesOf(shape: ValueShape | undefined): readonly (string | number)[] {
  if (shape?.kind !== 'choice') return []
  return shape.choices.map(({ value }) => value).filter((value) => typeof value !== 'boolean')
}
