import type { CalendarDate, PartialDate } from '../identity/calendar-date.ts'
import type { ResearchWish } from '../patient-wishes/research-wish.ts'

/**
 * Everything recorded about one patient that bears on eligibility. Rows are only ever added: a correction is a new row
 * that names the one it replaces, and so is a withdrawal, or what is brought back. `derive-facts.ts` is the only reader that
 * turns these into facts.
 */
export interface PatientRecord {
  readonly patientId: string
  readonly bornOn: CalendarDate | null
  readonly sex: Sex | null
  readonly diedOn: CalendarDate | null
  readonly diagnoses: readonly Diagnosis[]
  readonly observations: readonly Observation[]
  readonly treatments: readonly Treatment[]
  readonly biomarkers: readonly Biomarker[]
  readonly assertions: readonly Assertion[]
  /** What the patient does not want to hear about. It bears on what is offered, never on a verdict. */
  readonly researchWishes: readonly ResearchWish[]
  /** Where the patient lives must not be shown, and no distance worked out. */
  readonly isSensitive: boolean
}

/** Phenotypic sex. `null` on the record means not recorded. */
export type Sex = 'female' | 'male' | 'indeterminate'

/** Where a row came from and when the system learned it. */
export interface Provenance {
  readonly id: string
  /** The name of the system or document: "MDT proforma", "Laboratory system". */
  readonly source: string
  readonly recordedBy: string
  /** ISO 8601 instant. A past answer uses only the rows recorded by then. */
  readonly recordedAt: string
  /** The row that this one corrects or takes back, whether or not what stood before comes back with it. */
  readonly replaces: string | null
  /**
   * Why the row that it replaces was recorded in error. A row that has it repeats what it takes back and says nothing
   * itself: `currentRows` leaves it out.
   */
  readonly withdrawalReason?: string
  /**
   * Why the correction that it replaces was a mistake. A row that has it repeats what stood before that correction, and
   * counts like any other.
   */
  readonly restorationReason?: string
}

export interface Diagnosis extends Provenance {
  readonly diagnosedOn: PartialDate | null
  /** ICD-10 code as sent, for example "C22.0". */
  readonly icd10: string | null
  /** ICD-O-3 topography, for example "C22.0". */
  readonly topography: string | null
  /** Morphology with behaviour in `morphologySystem`, for example "8171/3". */
  readonly morphology: string | null
  readonly morphologySystem: 'icd-o-3' | 'snomed-ct' | null
  readonly basis: 'histology' | 'cytology' | 'clinical' | 'death-certificate' | null
  readonly laterality: 'left' | 'right' | 'bilateral' | null
  /** Chosen by a person as the cancer that trials are sought for; at most one current row has it. */
  readonly isIndex: boolean
}

/**
 * One dated finding. `kind` says what sort, `code` says which one:
 * lab: analyte · vital/observation: concept · performance-status: scale · stage: staging system · disease-extent,
 * disease-status, progression, best-response, measurable-disease, grade, standard-options, childbearing-potential:
 * the item itself · metastasis: site · score: name · condition, medication: concept · infection: agent ·
 * toxicity: CTCAE term, or "immune-related" · central-review: type · other-malignancy: type · attestation: the question word for word ·
 * preference: what is preferred, of which only "travel-limit" is known; it bears on order, never on eligibility.
 *
 * Words of `value`, beside numbers: condition "active", "history", "absent" · medication "active", "stopped", "absent" ·
 * metastasis "present", "untreated", "treated", "stable", "progressing", "absent" · infection "positive", "active",
 * "past", "negative" · toxicity the grade, 0 when resolved · progression, measurable-disease, childbearing-potential,
 * attestation true or false · travel-limit whole miles, "any-distance", "not-known" · central-review "confirmed", "not-confirmed", "recommended", "not-recommended".
 */
export interface Observation extends Provenance {
  readonly kind: ObservationKind
  readonly code: string
  /** Number in `unit`, or a coded word ("metastatic", "IIIB", "present"). */
  readonly value: number | string | boolean
  /** UCUM code; null where the value has no unit. */
  readonly unit: string | null
  /** Limits of the reference range in `unit`, as printed on the same report. */
  readonly lowerLimit: number | null
  readonly upperLimit: number | null
  readonly observedOn: CalendarDate
  /**
   * Further coded parts. lab { bound: "<" or ">", where the report says only that it is below or above the value } · stage { t, n, m, edition } · best-response { line } · measurable-disease { by, isIrradiated,
   * hasProgressedSince } · metastasis { isTreated, isStable, stableSinceOn } · condition { needsSystemicTherapy,
   * severity } · medication { class, doseMgPredEq } · toxicity { class }.
   */
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** Every sort of dated finding that a record can hold. */
export const observationKinds = [
  'lab',
  'observation',
  'performance-status',
  'stage',
  'grade',
  'disease-extent',
  'disease-status',
  'progression',
  'best-response',
  'measurable-disease',
  'metastasis',
  'score',
  'condition',
  'medication',
  'infection',
  'toxicity',
  'childbearing-potential',
  'standard-options',
  'central-review',
  'other-malignancy',
  'attestation',
  'preference',
] as const

export type ObservationKind = (typeof observationKinds)[number]

export interface Treatment extends Provenance {
  readonly kind: 'systemic' | 'radiotherapy' | 'surgery'
  readonly name: string
  /** Classes the treatment belongs to: "chemotherapy", "platinum", "anti-PD-1", "radiotherapy". */
  readonly classes: readonly string[]
  /** Somebody said that it belongs to no further class; false where nobody did. */
  readonly hasAllClasses: boolean
  readonly setting: 'neoadjuvant' | 'adjuvant' | 'first-line' | 'palliative' | 'maintenance' | null
  /** Line of systemic therapy as counted by a person; null where it is not counted. */
  readonly line: number | null
  readonly startedOn: CalendarDate | null
  /** Last dose, last fraction or day of operation; null while it goes on or where it is not known. */
  readonly endedOn: CalendarDate | null
  readonly isOngoing: boolean
  readonly cycles: number | null
  readonly halfLifeDays: number | null
  readonly procedure: string | null
  readonly margin: 'R0' | 'R1' | 'R2' | null
  readonly site: string | null
  readonly isForIndexCancer: boolean
}

/** One result of a biomarker test. A failed sample is a result; no row at all means not tested. */
export interface Biomarker extends Provenance {
  readonly type: 'variant' | 'fusion' | 'cna' | 'ihc' | 'hla' | 'msi' | 'mmr' | 'tmb'
  /** Gene symbols: one for a variant, two for a fusion (order has no meaning), none for msi, mmr and tmb. */
  readonly genes: readonly string[]
  /** Protein marker of immunohistochemistry, for example "AR". */
  readonly marker: string | null
  /** Protein change in HGVS, for example "p.Val600Glu". */
  readonly hgvsP: string | null
  readonly allele: string | null
  /** "present", "absent", "failed", or the test's own word: "MSI-H", "dMMR", "amplified". */
  readonly result: string
  readonly value: number | null
  readonly unit: string | null
  readonly isCentralReview: boolean
  readonly reportedOn: CalendarDate
}

/** A person's dated statement that a whole category is complete, so that absence from it means "no". */
export interface Assertion extends Provenance {
  readonly category:
    | 'treatment-history-complete'
    | 'comorbidities-reviewed'
    | 'medicines-reviewed'
    | 'infection-status-reviewed'
  readonly assertedOn: CalendarDate
}
