import type { components } from '#api/schema.ts'
import type { TagColour } from '#domain/referral/referral-status.ts'
import { Tag } from './tag.tsx'

export type Outcome = components['schemas']['Outcome']

/** What the data held say about one patient and one trial. It proposes; only an investigator decides. */
export function OutcomeTag({ outcome, label }: { readonly outcome: Outcome; readonly label?: string }) {
  return <Tag colour={outcomeWords[outcome].colour}>{label ?? outcomeWords[outcome].label}</Tag>
}

/** The words for each outcome, also for filters and counts. */
export const outcomeWords: Readonly<Record<Outcome, { label: string; colour: TagColour }>> = {
  noFailuresFound: { label: 'No criteria failed on the data held', colour: 'green' },
  needsClinician: { label: 'Needs a clinician', colour: 'blue' },
  needsData: { label: 'Needs data', colour: 'yellow' },
  notYet: { label: 'Not yet', colour: 'purple' },
  notMatched: { label: 'Not matched', colour: 'grey' },
}
