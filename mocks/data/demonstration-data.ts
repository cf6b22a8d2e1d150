import type { Duty } from '#domain/access/duty.ts'
import type { Role } from '#domain/access/role.ts'
import type { ReleaseEntry } from '#domain/disclosure/release-register.ts'
import type { OverrideEntry } from '#domain/eligibility/override-entry.ts'
import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import type { ScreeningChange } from '#domain/eligibility/screening-change.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { WishEvent } from '#domain/patient-wishes/wish-event.ts'
import type { AgreementMethod } from '#domain/referral/patient-agreement.ts'
import type { ReferralEvent } from '#domain/referral/referral-event.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'

/** Everything the demonstration shows. Plain JSON; all people, organisations and trials in it are invented. */
export interface DemonstrationData {
  readonly seed: number
  /** The day the data was made for: every date in it lies before this day or is planned after it. */
  readonly asOf: CalendarDate
  readonly organisations: readonly DemonstrationOrganisation[]
  readonly accounts: readonly DemonstrationAccount[]
  readonly teams: readonly DemonstrationTeam[]
  readonly trials: readonly DemonstrationTrial[]
  readonly targets: readonly DemonstrationTarget[]
  readonly returns: readonly DemonstrationReturn[]
  readonly patients: readonly DemonstrationPatient[]
  readonly referrals: readonly DemonstrationReferral[]
  /** What clinicians set and withdrew on criteria, in that order. */
  readonly overrides: readonly DemonstrationOverride[]
  /** Newest last. */
  readonly changes: readonly DemonstrationChange[]
  readonly releases: readonly DemonstrationRelease[]
  readonly delegations: readonly DemonstrationDelegation[]
}

export interface DemonstrationOrganisation {
  readonly organisationId: string
  /** "ZZ001" and so on: no organisation of the NHS has a code that begins with ZZ. */
  readonly code: string
  readonly name: string
  readonly city: string
  /** One of the seven NHS regions of England. */
  readonly region: string
  /** WGS 84 degrees. */
  readonly latitude: number
  readonly longitude: number
}

export interface DemonstrationAccount {
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly role: Role
  /** `null` for the national lead, who belongs to no organisation. */
  readonly organisationId: string | null
  /** Plain text, the same for everybody, known to everybody: whoever stores it hashes it. */
  readonly password: string
}

/** A clinical team of an organisation. */
export interface DemonstrationTeam {
  readonly teamId: string
  readonly organisationId: string
  readonly name: string
  readonly memberIds: readonly string[]
}

export interface DemonstrationTrial {
  readonly trialId: string
  readonly record: TrialRecord
  /** The instant at which the record was taken in. */
  readonly takenInAt: string
  /** The record that this one replaced; `null` where it is the first. */
  readonly replaced: { readonly record: TrialRecord; readonly takenInAt: string } | null
  /** One for each of `record.sites`, in the same order. */
  readonly sites: readonly DemonstrationTrialSite[]
}

/** How the answer to a patient and a trial changed in the days before. */
export interface DemonstrationChange extends ScreeningChange {
  readonly changeId: string
  readonly patientId: string
  readonly trialId: string
  readonly organisationId: string
  readonly at: string
  readonly asOf: CalendarDate
  readonly cause: ChangeCause
  /** The account whose doing it was; `null` where it was nobody's. */
  readonly doneBy: string | null
  readonly trialVersion: number
}

/** One line of the history of clinicians' verdicts on the criteria of a trial for a patient. */
export interface DemonstrationOverride {
  readonly patientId: string
  readonly trialId: string
  readonly accountId: string
  readonly entry: OverrideEntry
}

/** What the product itself knows of a site beside the registry's words. */
export interface DemonstrationTrialSite {
  readonly siteId: string
  readonly siteKey: string
  readonly organisationId: string
  /** The day the site opened to recruitment; `null` while it has not. */
  readonly openedOn: CalendarDate | null
  /** The day the site closed to recruitment for good; `null` while it has not. */
  readonly closedOn: CalendarDate | null
  /** Places free now; `null` where the site has not said. */
  readonly slots: number | null
  /** The day the site last confirmed its status. */
  readonly confirmedOn: CalendarDate | null
}

/** A recruitment plan agreed for the United Kingdom. A trial whose plan was agreed anew has several. */
export interface DemonstrationTarget {
  readonly trialId: string
  readonly agreedOn: CalendarDate
  /** Participants. */
  readonly target: number
  readonly opensOn: CalendarDate
  readonly plannedCloseOn: CalendarDate
}

/** How many participants a site recruited in a month, as the site returned it. A month without a row is not returned. */
export interface DemonstrationReturn {
  readonly trialId: string
  readonly siteId: string
  /** YYYY-MM */
  readonly month: string
  readonly recruited: number
  readonly returnedOn: CalendarDate
}

export interface DemonstrationPatient {
  readonly patientId: string
  readonly organisationId: string
  /** The clinical team that the patient is in the care of; `null`: nobody has assigned one yet. */
  readonly teamId: string | null
  readonly title: string | null
  readonly familyName: string
  readonly givenName: string
  readonly nhsNumber: string
  readonly hospitalNumber: string
  readonly postcode: string
  /** NHS Data Dictionary ethnic category; "Z" is not stated, "99" is not known. */
  readonly ethnicityCode: string
  readonly consultant: string
  readonly record: PatientRecord
  /** What was recorded of the patient's wishes, oldest first; the record says what follows from it. */
  readonly wishEvents: readonly WishEvent[]
}

export interface DemonstrationReferral {
  readonly referralId: string
  readonly patientId: string
  readonly trialId: string
  /** `null` only on a draft for which no site is chosen yet. */
  readonly siteId: string | null
  readonly referringOrganisationId: string
  readonly siteOrganisationId: string | null
  readonly referrerAccountId: string
  readonly message: string
  readonly agreement: DemonstrationAgreement | null
  /** `null` before sending. */
  readonly sharing: DemonstrationSharing | null
  /** Oldest first; replays through the referral rules of the domain. */
  readonly events: readonly DemonstrationReferralEvent[]
}

export interface DemonstrationAgreement {
  readonly agreedOn: CalendarDate
  readonly method: AgreementMethod
  readonly recordedBy: string
  readonly recordedByAccountId: string
}

/** What the site was allowed to read when the referral was sent. */
export interface DemonstrationSharing {
  readonly sharedAt: string
  /** Rows of the patient record that were held back. */
  readonly withheldRowIds: readonly string[]
}

export interface DemonstrationReferralEvent {
  readonly eventId: string
  readonly accountId: string
  readonly event: ReferralEvent
}

/** A line of the delegation log of a trial at a site. */
export interface DemonstrationDelegation {
  readonly entryId: string
  readonly trialId: string
  readonly organisationId: string
  readonly accountId: string
  readonly duty: Duty
  readonly startsOn: CalendarDate
  /** The last day; `null` for none. */
  readonly endsOn: CalendarDate | null
  readonly enteredAt: string
  readonly enteredBy: string
}

/** One entry of the public register of de-identified data that left an organisation. */
export interface DemonstrationRelease {
  readonly releaseId: string
  readonly organisationId: string
  readonly entry: ReleaseEntry
  readonly recordedBy: string
  readonly recordedAt: string
}
