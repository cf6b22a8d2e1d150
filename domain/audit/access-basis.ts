import type { Role } from '../access/role.ts'

/** On what ground somebody may deal with data about patients: the common-law basis or the duty of an office. */
export type AccessBasis = keyof typeof words

const words = {
  directCare: {
    label: 'Direct care',
    forPatient: 'They are part of the team that cares for you.',
  },
  emergencyAccess: {
    label: 'Opened for a stated reason',
    forPatient:
      'They are not part of the team that cares for you. They had to give a reason, which the privacy officer checks.',
  },
  recordKeeping: {
    label: 'Keeping the records',
    forPatient: 'It is their job to see that a team cares for every patient.',
  },
  explicitConsentToShare: {
    label: 'Agreed referral',
    forPatient: 'You agreed that your hospital refers you to a trial there.',
  },
  anonymised: {
    label: 'Numbers without names',
    forPatient: 'They counted patients. They did not see who you are.',
  },
  privacyDuty: {
    label: 'Privacy officer’s duty',
    forPatient: 'It is their job to check who has seen patients’ records.',
  },
  administration: {
    label: 'Administration',
    forPatient: 'It is their job to run the computer system.',
  },
} as const

const basisByRole: Readonly<Record<Role, AccessBasis>> = {
  oncologist: 'directCare',
  nurse: 'directCare',
  'site-nurse': 'explicitConsentToShare',
  investigator: 'explicitConsentToShare',
  'trust-lead': 'anonymised',
  'national-lead': 'anonymised',
  'information-officer': 'anonymised',
  administrator: 'administration',
  'privacy-officer': 'privacyDuty',
}

/** What a use of the service was about, beside who it was. */
export interface UseOfPatients {
  /** Patients are named, and not only counted. */
  readonly namesPatients: boolean
  /** Of a patient whose record the person has opened without being of the team. */
  readonly isOpened: boolean
}

/** The ground on which somebody deals with patients here: a care team for its own, a site for those referred to it. */
export function accessBasisOf(role: Role, { namesPatients, isOpened }: UseOfPatients): AccessBasis {
  if (isOpened) return 'emergencyAccess'
  return role === 'information-officer' && namesPatients ? 'recordKeeping' : basisByRole[role]
}

/** The ground in the words of staff: `accessBasisLabel('directCare')` is "Direct care". */
export function accessBasisLabel(basis: string): string {
  return isAccessBasis(basis) ? words[basis].label : basis
}

/** The ground as a patient is told it. */
export function accessBasisForPatient(basis: string | null): string {
  return basis !== null && isAccessBasis(basis) ? words[basis].forPatient : 'No reason was recorded.'
}

function isAccessBasis(word: string): word is AccessBasis {
  return Object.hasOwn(words, word)
}
