import type { ReasonListId } from './referral-reasons.ts'

export type ReferralStatus = (typeof referralStatuses)[number]['status']

/** What a status means on screen and to the clock. */
export interface ReferralStatusDefinition {
  readonly status: string
  readonly label: string
  /** Colour of the NHS tag; never the only carrier of the meaning. */
  readonly tagColour: TagColour
  /** How long a referral may stay before someone must act; null where nobody is waited for. */
  readonly standard: ClockStandard | null
  /** The referral has ended without enrolment: the patient and the GP must be told, and a new one may be made. */
  readonly isClosing: boolean
  /** Place on the way from draft to enrolled; null for statuses that leave the way. Gaps leave room for later rows. */
  readonly funnelOrder: number | null
  /** Lists from which a coded reason must be given on entering; empty where none is taken. */
  readonly reasonLists: readonly ReasonListId[]
}

export type ClockStandard =
  | { readonly kind: 'workingDays'; readonly days: number }
  | { readonly kind: 'calendarDays'; readonly days: number }

export type TagColour =
  | 'white'
  | 'grey'
  | 'green'
  | 'aqua-green'
  | 'blue'
  | 'purple'
  | 'pink'
  | 'red'
  | 'orange'
  | 'yellow'

/** Every status, in the order in which lists and filters show them. */
export const referralStatuses = [
  {
    status: 'referral-draft',
    label: 'Draft',
    tagColour: 'white',
    standard: { kind: 'workingDays', days: 5 },
    isClosing: false,
    funnelOrder: 30,
    reasonLists: [],
  },
  {
    status: 'sent',
    label: 'Sent',
    tagColour: 'pink',
    standard: { kind: 'workingDays', days: 2 },
    isClosing: false,
    funnelOrder: 40,
    reasonLists: [],
  },
  {
    status: 'received',
    label: 'Received',
    tagColour: 'purple',
    standard: { kind: 'workingDays', days: 2 },
    isClosing: false,
    funnelOrder: 50,
    reasonLists: [],
  },
  {
    status: 'pre-screening',
    label: 'Pre-screening',
    tagColour: 'blue',
    standard: { kind: 'workingDays', days: 5 },
    isClosing: false,
    funnelOrder: 70,
    reasonLists: [],
  },
  {
    status: 'pre-screen-pass',
    label: 'Suitable at pre-screen',
    tagColour: 'aqua-green',
    standard: { kind: 'workingDays', days: 5 },
    isClosing: false,
    funnelOrder: 100,
    reasonLists: [],
  },
  {
    status: 'pre-screen-fail',
    label: 'Not suitable',
    tagColour: 'red',
    standard: null,
    isClosing: true,
    funnelOrder: null,
    reasonLists: ['SF', 'OT'],
  },
  {
    status: 'approached',
    label: 'Information given',
    tagColour: 'blue',
    standard: { kind: 'workingDays', days: 10 },
    isClosing: false,
    funnelOrder: 120,
    reasonLists: [],
  },
  {
    status: 'declined',
    label: 'Declined by patient',
    tagColour: 'orange',
    standard: null,
    isClosing: true,
    funnelOrder: null,
    reasonLists: ['PD'],
  },
  {
    status: 'consented',
    label: 'Consented, in screening',
    tagColour: 'purple',
    standard: { kind: 'calendarDays', days: 28 },
    isClosing: false,
    funnelOrder: 150,
    reasonLists: [],
  },
  {
    status: 'screen-failed',
    label: 'Screen failed',
    tagColour: 'red',
    standard: null,
    isClosing: true,
    funnelOrder: null,
    reasonLists: ['SF'],
  },
  {
    status: 'eligible',
    label: 'Eligible, confirmed by PI',
    tagColour: 'green',
    standard: { kind: 'workingDays', days: 5 },
    isClosing: false,
    funnelOrder: 170,
    reasonLists: [],
  },
  {
    status: 'enrolled',
    label: 'Enrolled',
    tagColour: 'green',
    standard: null,
    isClosing: false,
    funnelOrder: 180,
    reasonLists: [],
  },
  {
    status: 'cancelled',
    label: 'Cancelled by referrer',
    tagColour: 'grey',
    standard: null,
    isClosing: true,
    funnelOrder: null,
    reasonLists: ['OT'],
  },
] as const satisfies readonly ReferralStatusDefinition[]

const definitionByStatus: ReadonlyMap<string, ReferralStatusDefinition> = new Map(
  referralStatuses.map((definition) => [definition.status, definition]),
)

/** The definition of one status. Example: `describeStatus('sent').label` is "Sent". */
export function describeStatus(status: ReferralStatus): ReferralStatusDefinition {
  const definition = definitionByStatus.get(status)
  if (!definition) throw new RangeError(`"${status}" is not a referral status; referralStatuses lists them.`)
  return definition
}

/** Whether a word from outside (row, request, address) names a status. */
export function isReferralStatus(word: string): word is ReferralStatus {
  return definitionByStatus.has(word)
}

/** Whether the referral still stands: a patient has at most one such referral to a trial. An enrolled one stands. */
export function isLiveStatus(status: ReferralStatus): boolean {
  return !describeStatus(status).isClosing
}
