import type { CalendarDate, PartialDate } from '../identity/calendar-date.ts'
import type { ResearchRefusals } from '../patient-wishes/research-wish.ts'
import type { DisprovingRecord } from './disproved-assertions.ts'
import type { Assertion, Biomarker, Sex, Treatment } from './patient-record.ts'

/**
 * What is known of one patient, made only by `deriveFacts` from the rows recorded so far. Plain JSON. Every value has its
 * date and source, and nothing here depends on today: no age, no stale flag. A missing key or `null` means not known.
 */
export interface PatientFacts {
  readonly patientId: string
  readonly bornOn: CalendarDate | null
  readonly sex: Sex | null
  readonly diedOn: CalendarDate | null
  /** The cancer that trials are sought for. */
  readonly diagnosis: DiagnosisFact | null
  /** Every other cancer on record, from other diagnoses and from observations. Latest first. */
  readonly otherMalignancies: readonly OtherMalignancyFact[]

  /** By scale: ECOG, Karnofsky, Lansky. */
  readonly performanceStatus: Readonly<Record<string, Series>>
  /** By analyte. */
  readonly labs: Readonly<Record<string, Series>>
  /** Vital signs and other measurements, by concept. */
  readonly observations: Readonly<Record<string, Series>>
  /** By name of the score. */
  readonly scores: Readonly<Record<string, Series>>
  /** By staging system. */
  readonly stages: Readonly<Record<string, Reading>>
  readonly grade: Reading | null
  readonly diseaseExtent: Reading | null
  readonly measurableDisease: Reading | null
  readonly childbearingPotential: Reading | null
  readonly standardOptions: Reading | null

  /** Dated states, latest first. */
  readonly diseaseStatuses: readonly Reading[]
  readonly progressions: readonly Reading[]
  readonly bestResponses: readonly Reading[]
  /** By site, latest first. */
  readonly metastases: Readonly<Record<string, readonly Reading[]>>
  /** By concept, latest first. */
  readonly conditions: Readonly<Record<string, readonly Reading[]>>
  readonly medications: Readonly<Record<string, readonly Reading[]>>
  /** By agent, latest first. */
  readonly infections: Readonly<Record<string, readonly Reading[]>>
  /** By CTCAE term, latest first; the value is the grade. */
  readonly toxicities: Readonly<Record<string, readonly Reading[]>>

  /** Latest first: what goes on, then by last day; treatments without any date come last. */
  readonly treatments: readonly TreatmentFact[]
  /** Latest report first. */
  readonly biomarkers: readonly BiomarkerFact[]
  /** Latest review by type: pathology, mdt, mtb. */
  readonly centralReviews: Readonly<Record<string, Reading>>
  /** Latest answer by the wording of the question. */
  readonly attestations: Readonly<Record<string, Reading>>
  /** How far the patient would travel for a trial. It bears on the order of trials, never on a verdict. */
  readonly travelLimit: Reading | null
  /** The trials that the patient does not want to hear about. */
  readonly researchRefusals: ResearchRefusals
  /** No distance may be worked out or shown. */
  readonly isSensitive: boolean
  /** Latest statement of completeness by category. */
  readonly assertions: Readonly<Partial<Record<Assertion['category'], AssertionFact>>>
  /** Latest statement by category that something recorded later disproved, where no other stands. */
  readonly disprovedAssertions: Readonly<Partial<Record<Assertion['category'], DisprovedFact>>>
}

/** Who says so, and from which row. */
export interface Sourced {
  readonly rowId: string
  readonly source: string
  readonly recordedBy: string
  readonly recordedAt: string
}

/** One dated value. `value` is a number in `unit`, a coded word, or yes/no. */
export interface Reading extends Sourced {
  readonly on: CalendarDate
  readonly value: number | string | boolean
  readonly unit: string | null
  readonly lowerLimit: number | null
  readonly upperLimit: number | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** The latest reading, and the one before it as a hint of direction. */
export interface Series {
  readonly latest: Reading
  /** Results of the same day that say otherwise: which of them counts is for a person to say. */
  readonly sameDay: readonly Reading[]
  readonly previous: Reading | null
}

/** All results of the newest day; none where nothing is recorded. */
export function resultsOf(series: Series | undefined): readonly Reading[] {
  return series === undefined ? [] : [series.latest, ...series.sameDay]
}

export interface DiagnosisFact extends Sourced {
  readonly diagnosedOn: PartialDate | null
  readonly icd10: string | null
  readonly topography: string | null
  readonly morphology: string | null
  readonly morphologySystem: 'icd-o-3' | 'snomed-ct' | null
  readonly basis: 'histology' | 'cytology' | 'clinical' | 'death-certificate' | null
  /** Taxonomy nodes proven by topography and morphology together, with their groups. */
  readonly exact: readonly string[]
  /** Entities of a group that is proven, while the entity is not resolved. */
  readonly group: readonly string[]
  /** Nodes that the codes allow, but a histology code is missing. */
  readonly possible: readonly string[]
  /** True when no code at all could be read, so that even absence from the lists says nothing. */
  readonly isUncoded: boolean
  /** Under 6 new cases per 100,000 a year (RARECARE). */
  readonly isRareByRarecare: boolean | null
  /** Not more than 1 person in 2,000 (Rare Cancers Act 2026). */
  readonly isRareByAct2026: boolean | null
}

export interface OtherMalignancyFact extends Sourced {
  /** A word such as "nmsc-treated" or "cervical-cis", or else the ICD-10 code. */
  readonly type: string
  readonly diagnosedOn: PartialDate | null
}

export interface TreatmentFact
  extends Sourced,
    Pick<
      Treatment,
      | 'kind'
      | 'name'
      | 'classes'
      | 'hasAllClasses'
      | 'setting'
      | 'line'
      | 'startedOn'
      | 'endedOn'
      | 'isOngoing'
      | 'cycles'
      | 'halfLifeDays'
      | 'procedure'
      | 'margin'
      | 'site'
      | 'isForIndexCancer'
    > {
  /** The last day on which somebody said that it goes on, by recording it or by confirming the history; `null`: it does not. */
  readonly saidToGoOn: CalendarDate | null
}

export interface BiomarkerFact
  extends Sourced,
    Pick<
      Biomarker,
      'type' | 'genes' | 'marker' | 'hgvsP' | 'allele' | 'result' | 'value' | 'unit' | 'isCentralReview' | 'reportedOn'
    > {}

export interface AssertionFact extends Sourced {
  readonly on: CalendarDate
}

export interface DisprovedFact extends AssertionFact {
  readonly by: DisprovingRecord
}
