/**
 * Coded reasons why a referral ended or went back. They roll up to the exclusion groups of the CONSORT flow diagram:
 * criteria not met, declined, other. `null` means that CONSORT does not count the reason among exclusions: the
 * referral only went back to its sender, or the patient had already joined.
 */
export interface ReferralReason {
  readonly code: string
  readonly label: string
  readonly list: ReasonListId
  readonly consort: ConsortGroup | null
}

export type ReasonListId = keyof typeof reasonLists
export type ConsortGroup = 'notMet' | 'declined' | 'other'

interface ReasonList {
  readonly name: string
  readonly consort: ConsortGroup | null
  /** In code order: the first is number 01. Codes are stored, so a label is only ever added at the end. */
  readonly labels: readonly string[]
}

export const reasonLists = {
  SF: {
    name: 'Criteria not met',
    consort: 'notMet',
    labels: [
      'Diagnosis or histology not confirmed',
      'Stage or extent of disease',
      'Performance status',
      'No measurable disease',
      'Required biomarker absent',
      'Biomarker not tested, or sample insufficient',
      'Blood count',
      'Liver function',
      'Kidney function',
      'Heart function or recent cardiac event',
      'Brain or leptomeningeal metastases',
      'Too many previous lines of treatment',
      'Required previous treatment missing',
      'Previous treatment that the trial does not allow',
      'Washout or time window missed',
      'Other illness',
      'Other medicine',
      'Infection',
      'Another cancer',
      'Pregnancy, breastfeeding or contraception',
      'Age',
      'Rapid progression or short life expectancy',
      'Unresolved side effects of earlier treatment',
      'Biopsy not possible',
      'Another criterion (give its number)',
    ],
  },
  PD: {
    name: 'Declined by the patient',
    consort: 'declined',
    labels: [
      'Prefers standard treatment',
      'Does not want randomisation or placebo',
      'Wants one particular arm',
      'Travel or distance',
      'Number or length of visits',
      'Extra biopsies or procedures',
      'Worried about side effects',
      'Advice of family or carers',
      'Work or caring duties',
      'Cost',
      'Language, or information not accessible',
      'Distrust, or privacy',
      'Prefers another trial',
      'Does not wish to say',
      'Another reason',
    ],
  },
  OT: {
    name: 'Other, before enrolment',
    consort: 'other',
    labels: [
      'Trial or cohort closed or suspended',
      'No slot',
      'Patient died',
      'Treated elsewhere',
      'Joined another trial',
      'Referred too late',
      'No response',
      'Decision of the clinician',
      'Site had no capacity',
      'Refused by the sponsor',
      'Missing information not supplied',
      'Lacks capacity, with no consultee or legal representative',
      'Outside catchment or funding',
      'Duplicate, or sent in error',
    ],
  },
  NA: {
    name: 'Not approached',
    consort: 'other',
    labels: [
      'Clinician judged the trial unsuitable',
      'Missed',
      'Does not want to hear about research',
      'No trial open locally',
    ],
  },
  RT: {
    name: 'Returned to the referrer',
    consort: null,
    labels: [
      'Wrong trial or site',
      'Incomplete',
      'Pathology missing',
      'Imaging missing',
      'Agreement to share not recorded',
    ],
  },
  WD: {
    name: 'Withdrawn',
    consort: null,
    labels: [
      'Choice of the patient',
      'Side effects of treatment',
      'Progression of disease',
      'Decision of the investigator',
      'Lost to follow-up',
      'Decision of the sponsor',
      'Pregnancy',
      'Protocol deviation',
      'Another reason',
    ],
  },
} as const satisfies Record<string, ReasonList>

/** The reasons of one list in code order. Example: `reasonsInList('PD')[3]` is PD04, "Travel or distance". */
export function reasonsInList(list: ReasonListId): readonly ReferralReason[] {
  return reasonsByList[list]
}

/** The reason with this code; `undefined` when no list has it. */
export function findReason(code: string): ReferralReason | undefined {
  return reasonByCode.get(code)
}

const reasonsByList: Readonly<Record<ReasonListId, readonly ReferralReason[]>> = {
  SF: codedReasons('SF'),
  PD: codedReasons('PD'),
  OT: codedReasons('OT'),
  NA: codedReasons('NA'),
  RT: codedReasons('RT'),
  WD: codedReasons('WD'),
}

const reasonByCode: ReadonlyMap<string, ReferralReason> = new Map(
  Object.values(reasonsByList)
    .flat()
    .map((reason) => [reason.code, reason]),
)

function codedReasons(list: ReasonListId): readonly ReferralReason[] {
  const { consort, labels } = reasonLists[list]
  return labels.map((label, index) => ({ code: `${list}${String(index + 1).padStart(2, '0')}`, label, list, consort }))
}
