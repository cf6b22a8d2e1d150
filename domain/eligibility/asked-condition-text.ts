import { severityWords } from './condition-details.ts'
import type { ConditionLeaf } from './event-leaf.ts'
import { factNameInside } from './fact-name.ts'

/**
 * What is asked of a condition, but for the window: "ongoing autoimmune disease that needs systemic therapy". Said of a
 * condition that is on record: without it, "none is recorded" would deny what is there.
 */
export function askedConditionText({ concept, status, severityMin, needsSystemicTherapy }: ConditionLeaf): string {
  const goingOn = status === 'active' ? 'ongoing ' : ''
  const severity = severityMin === undefined ? '' : ` of ${severityWords(severityMin)} or worse`
  const therapy = needsSystemicTherapy === true ? ' that needs systemic therapy' : ''
  return `${goingOn}${factNameInside(concept)}${severity}${therapy}`
}
