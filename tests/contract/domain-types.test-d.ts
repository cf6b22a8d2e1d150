import { expectTypeOf } from 'vitest'
import type { components, operations } from '#api/schema.ts'
import type { DelegationState } from '#domain/access/delegation.ts'
import type { Duty } from '#domain/access/duty.ts'
import type { Role } from '#domain/access/role.ts'
import type { CancerTypeName } from '#domain/cancer/cancer-type-names.ts'
import type { DiagnosisGrade } from '#domain/cancer/match-diagnosis.ts'
import type { Candidate, CandidateReferral, CriterionCounts } from '#domain/eligibility/assemble-candidate.ts'
import type { CandidateChange, ChangedTrial } from '#domain/eligibility/candidate-change.ts'
import type { CandidateCounts } from '#domain/eligibility/candidate-counts.ts'
import type { CandidateList } from '#domain/eligibility/candidate-list.ts'
import type { CandidateSite } from '#domain/eligibility/candidate-sites.ts'
import type { Criterion, CriterionClass } from '#domain/eligibility/criterion.ts'
import type { CriterionOverride } from '#domain/eligibility/criterion-override.ts'
import type { CriterionVerdict } from '#domain/eligibility/criterion-verdicts.ts'
import type { NewOverride } from '#domain/eligibility/decide-override.ts'
import type { ShownOverrideEntry } from '#domain/eligibility/describe-override-history.ts'
import type { MissingItem } from '#domain/eligibility/missing-items.ts'
import type {
  NewAssertion,
  NewBiomarker,
  NewDiagnosis,
  NewObservation,
  NewTreatment,
  NewWithdrawal,
} from '#domain/eligibility/new-patient-item.ts'
import type { ChangeKind } from '#domain/eligibility/news-kinds.ts'
import type { OpposingRecord } from '#domain/eligibility/opposing-records.ts'
import type { OutcomeChange } from '#domain/eligibility/outcome-changes.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import type { PatientItem } from '#domain/eligibility/patient-items.ts'
import type { Sex } from '#domain/eligibility/patient-record.ts'
import type { RecordedItem } from '#domain/eligibility/recorded-items.ts'
import type { ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { SharedVerdict } from '#domain/eligibility/shared-verdicts.ts'
import type { StandingOverride } from '#domain/eligibility/standing-override.ts'
import type { Tri } from '#domain/eligibility/tri.ts'
import type { SettlingValue } from '#domain/eligibility/what-would-settle.ts'
import type { WithdrawnItem } from '#domain/eligibility/withdrawn-items.ts'
import type { CalendarDate, PartialDate } from '#domain/identity/calendar-date.ts'
import type { Dormancy } from '#domain/recruitment/recruitment-flags.ts'
import type { SeriesMonth } from '#domain/recruitment/recruitment-series.ts'
import type { TimeAdjustedRatio } from '#domain/recruitment/time-adjusted-ratio.ts'
import type { AgreementMethod } from '#domain/referral/patient-agreement.ts'
import type { ClockState } from '#domain/referral/referral-clock.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'

/* What the rules speak of and what the contract says of it are the same types, not only types that fit. */

type Schemas = components['schemas']

/** A value of the domain as JSON carries it: nothing of it is read-only any more. */
type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : { -readonly [Key in keyof T]: Wire<T[Key]> }

// Words
expectTypeOf<Wire<Role>>().toEqualTypeOf<Schemas['Role']>()
expectTypeOf<Wire<Duty>>().toEqualTypeOf<Schemas['Duty']>()
expectTypeOf<Wire<DelegationState>>().toEqualTypeOf<Schemas['DelegationEntry']['state']>()
expectTypeOf<Wire<ReferralStatus>>().toEqualTypeOf<Schemas['ReferralStatus']>()
expectTypeOf<Wire<RecruitmentStatus>>().toEqualTypeOf<Schemas['RecruitmentStatus']>()
expectTypeOf<Wire<DiagnosisGrade>>().toEqualTypeOf<Schemas['MatchGrade']>()
expectTypeOf<Wire<MissingItem>>().toEqualTypeOf<Schemas['MissingItem']>()
expectTypeOf<Wire<Outcome>>().toEqualTypeOf<Schemas['Outcome']>()
expectTypeOf<Wire<Tri>>().toEqualTypeOf<Schemas['Verdict']>()
expectTypeOf<Wire<CriterionClass>>().toEqualTypeOf<Schemas['CriterionClass']>()
expectTypeOf<Wire<Criterion['kind'] | 'notStated'>>().toEqualTypeOf<Schemas['TrialCriterion']['kind']>()
expectTypeOf<Wire<AgreementMethod>>().toEqualTypeOf<Schemas['Agreement']['how']>()
expectTypeOf<Wire<Sex | null>>().toEqualTypeOf<Schemas['Patient']['sex']>()
expectTypeOf<Wire<TrialRecord['registry']>>().toEqualTypeOf<Schemas['TrialRow']['registry']>()

// Days
expectTypeOf<Wire<CalendarDate>>().toEqualTypeOf<Schemas['Date']>()
expectTypeOf<Wire<PartialDate>>().toEqualTypeOf<Schemas['PartialDate']>()

// A patient against trials
expectTypeOf<Wire<RecordedItem>>().toEqualTypeOf<Schemas['RecordedItem']>()
expectTypeOf<Wire<PatientItem>>().toEqualTypeOf<Schemas['PatientItem']>()
expectTypeOf<Wire<WithdrawnItem>>().toEqualTypeOf<Schemas['WithdrawnItem']>()
expectTypeOf<Wire<CancerTypeName>>().toEqualTypeOf<Schemas['CancerTypeName']>()
expectTypeOf<Wire<Candidate>>().toEqualTypeOf<Schemas['Candidate']>()
expectTypeOf<Wire<CandidateChange>>().toEqualTypeOf<Schemas['CandidateChange']>()
expectTypeOf<Wire<ChangedTrial>>().toEqualTypeOf<Schemas['ChangedTrial']>()
expectTypeOf<Wire<ChangeKind>>().toEqualTypeOf<Schemas['ChangeKind']>()
expectTypeOf<Wire<ChangeCause>>().toEqualTypeOf<Schemas['ScreeningChange']['cause']>()
expectTypeOf<Wire<CandidateSite>>().toEqualTypeOf<Schemas['CandidateSite']>()
expectTypeOf<Wire<CandidateReferral>>().toEqualTypeOf<Schemas['ReferralTag']>()
expectTypeOf<Wire<CriterionCounts>>().toEqualTypeOf<Schemas['Candidate']['criteria']>()
expectTypeOf<Wire<CandidateList>>().toEqualTypeOf<Schemas['CandidateList']>()
expectTypeOf<Wire<SettlingValue>>().toEqualTypeOf<Schemas['SettlingItem']>()
expectTypeOf<Wire<OutcomeChange>>().toEqualTypeOf<Schemas['OutcomeChange']>()
expectTypeOf<Wire<OpposingRecord>>().toEqualTypeOf<Schemas['OpposingRecord']>()
expectTypeOf<Wire<CandidateCounts>>().toEqualTypeOf<Schemas['CandidateCounts']>()
expectTypeOf<Record<Outcome, number>>().toEqualTypeOf<Schemas['OutcomeCounts']>()

// What is recorded, by its kind
expectTypeOf<Wire<Required<NewObservation>>>().toEqualTypeOf<Required<Schemas['NewObservation']>>()
expectTypeOf<Wire<Required<NewBiomarker>>>().toEqualTypeOf<Required<Schemas['NewBiomarker']>>()
expectTypeOf<Wire<Required<NewAssertion>>>().toEqualTypeOf<Required<Schemas['NewAssertion']>>()
expectTypeOf<Wire<Required<NewTreatment>>>().toEqualTypeOf<Required<Schemas['NewTreatment']>>()
expectTypeOf<Wire<Required<NewDiagnosis>>>().toEqualTypeOf<Required<Schemas['NewDiagnosis']>>()
expectTypeOf<Wire<Required<NewWithdrawal>>>().toEqualTypeOf<Required<Schemas['NewWithdrawal']>>()

expectTypeOf<Wire<CriterionVerdict>>().toEqualTypeOf<Schemas['CriterionVerdict']>()
// A verdict that was shared keeps the reason of its day, so the contract has any text there.
expectTypeOf<Wire<Omit<SharedVerdict, 'reason'>>>().toEqualTypeOf<Omit<Schemas['SharedVerdict'], 'reason'>>()
expectTypeOf<Wire<CriterionOverride>>().toEqualTypeOf<Schemas['CriterionOverride']>()
expectTypeOf<Wire<StandingOverride>>().toEqualTypeOf<Schemas['StandingOverride']>()
expectTypeOf<Wire<ShownOverrideEntry>>().toEqualTypeOf<Schemas['OverrideEntry']>()
expectTypeOf<Wire<NewOverride>>().toEqualTypeOf<Schemas['NewOverride']>()

// The clock of a referral: without one, the contract still has its fields, and they are null.
type RunningClock = Exclude<Wire<ClockState>, { state: 'none' }>
expectTypeOf<ClockState['state']>().toEqualTypeOf<Schemas['ClockState']>()
expectTypeOf<keyof RunningClock>().toEqualTypeOf<keyof Schemas['Clock']>()
expectTypeOf<RunningClock>().toExtend<Schemas['Clock']>()
expectTypeOf<RunningClock['unit']>().toEqualTypeOf<Schemas['Clock']['unit']>()

// Recruitment
expectTypeOf<Wire<SeriesMonth>>().toEqualTypeOf<Schemas['RecruitmentMonth']>()
expectTypeOf<Dormancy['kind']>().toEqualTypeOf<Schemas['RecruitmentRow']['dormancy']>()
expectTypeOf<TimeAdjustedRatio['kind']>().toEqualTypeOf<Schemas['Rating']['kind']>()

// Filters name the same words as what they filter.
type ReferralQuery = NonNullable<operations['listReferrals']['parameters']['query']>
expectTypeOf<Wire<ReferralStatus[]>>().toEqualTypeOf<NonNullable<ReferralQuery['status']>>()
expectTypeOf<Wire<ClockState['state'][]>>().toEqualTypeOf<NonNullable<ReferralQuery['clock']>>()
