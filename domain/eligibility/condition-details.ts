import type { Observation } from './patient-record.ts'

/** "MGFA-IV" as people write it: "MGFA class IV". */
export function severityWords(severity: string): string {
  return severity.replace(/-(?=[IVX]+[a-e]?$)/u, ' class ')
}

/** What is recorded of a condition beside that it is there, in words: "MGFA class IV", "needs systemic therapy". */
export function conditionDetails({ detail }: Pick<Observation, 'detail'>): readonly string[] {
  const { severity, needsSystemicTherapy } = detail
  const therapy = needsSystemicTherapy === true ? 'needs systemic therapy' : 'needs no systemic therapy'
  return [
    ...(typeof severity === 'string' ? [severityWords(severity)] : []),
    ...(typeof needsSystemicTherapy === 'boolean' ? [therapy] : []),
  ]
}
