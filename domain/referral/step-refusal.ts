import type { RefusalText } from '../access/refusal-text.ts'
import type { Refusal, TransitionCheck } from './check-transition.ts'

/** What somebody is told whose step cannot be taken. `datePointer` is where the request carries the date of the step. */
export function stepRefusal(
  { refusal, message, remedy }: Extract<TransitionCheck, { kind: 'refused' }>,
  datePointer: string,
): RefusalText {
  const { place, ...answer } = answers[refusal]
  const text = { ...answer, detail: message, remedy }
  if (place === null) return text
  return { ...text, errors: [{ pointer: place === 'date' ? datePointer : place, message }] }
}

interface StepAnswer extends Pick<RefusalText, 'status' | 'kind' | 'title'> {
  readonly place: '/reasonCode' | '/agreement' | 'date' | null
}

const notYourStep: StepAnswer = { status: 403, kind: 'not-allowed', title: 'You cannot take this step', place: null }
const wrongReason: StepAnswer = {
  status: 400,
  kind: 'invalid-request',
  title: 'The reason is missing or not right',
  place: '/reasonCode',
}
const wrongDate: StepAnswer = {
  status: 400,
  kind: 'invalid-request',
  title: 'The date is missing or not right',
  place: 'date',
}

const answers: Readonly<Record<Refusal, StepAnswer>> = {
  notAllowed: { status: 409, kind: 'move-not-allowed', title: 'This step does not follow', place: null },
  wrongRole: notYourStep,
  wrongOrganisation: notYourStep,
  notDelegated: notYourStep,
  agreementMissing: {
    status: 409,
    kind: 'agreement-missing',
    title: 'The agreement of the patient is missing',
    place: '/agreement',
  },
  trialNotOpen: { status: 409, kind: 'trial-not-open', title: 'This trial takes no referrals', place: null },
  reasonRequired: wrongReason,
  unknownReason: wrongReason,
  dateRequired: wrongDate,
  dateNotPossible: wrongDate,
}
