import type { Observation } from './patient-record.ts'

/** What is recorded of a condition beside that it is there, in words: "MGFA-IV", "needs systemic therapy". */
export function conditionDetails({ detail }: Pick<Observation, 'detail'>): readonly string[] {
  const { severity, needsSystemicTherapy } = detail
  const therapy = needsSystemicTherapy === true ? 'needs systemic therapy' : 'needs no systemic therapy'
  return [
    ...(typeof severity === 'string' ? [severity] : []),
    ...(typeof needsSystemicTherapy === 'boolean' ? [therapy] : []),
  ]
}
