import type { JSONColumnType } from 'kysely'

/* Small documents of `patient_facts`, in a form made for SQL: words are lower case, units of one kind are one unit. */

/** A named measurement or score: "lab:hcg", "observation:qtcf", "score:krenning". */
export interface ReadingEntry {
  readonly day: string
  /** The value as a comparable word, which a number has too; null where one day has several that are opposites. */
  readonly word: string | null
  readonly number: number | null
  /** In what unit the number is held, which need not be the one it was reported in. */
  readonly unit: string | null
  readonly x_uln: number | null
  readonly x_lln: number | null
  /** There where the result is only known to be below or above the number and its multiples. */
  readonly bound?: '<' | '>'
  /** This and the others of its day, where they say different things. */
  readonly all?: readonly ReadingEntry[]
}

export interface DatedWord {
  readonly day: string
  readonly word: string
}

/** One treatment, as recorded, in the order in which treatments are looked at. */
export interface TreatmentEntry {
  readonly place: number
  readonly id: string
  readonly kind: string
  readonly classes: readonly string[]
  readonly has_all_classes: boolean
  readonly setting: string | null
  readonly site: string | null
  readonly cycles: number | null
  readonly half_life_days: number | null
  readonly started_on: string | null
  readonly ended_on: string | null
  readonly is_ongoing: boolean
  /** The last day on which somebody said that it goes on. */
  readonly said_on: string | null
  readonly is_for_index: boolean
  readonly procedure: string | null
  readonly margin: string | null
}

/** A site of metastasis by the record that decides, also one of the site that it is part of; null is "does not say". */
export interface MetastasisEntry {
  readonly day: string
  readonly present: boolean | null
  readonly treated: boolean | null
  /** False: not stable. Null: does not say. True: since `stable_since`, or perhaps longer unless that is exact. */
  readonly stable: boolean | null
  readonly stable_since: string | null
  readonly is_since_exact: boolean
  /** The day on which somebody last said whether it is stable. */
  readonly stability_on: string
  /** The day on which somebody said whether it is treated. */
  readonly treatment_on: string
}

export interface ConditionEntry {
  readonly place: number
  readonly day: string
  readonly presence: string
  readonly needs_therapy: boolean | null
  readonly scale: string | null
  readonly rank: number | null
}

/** One record of a medicine. `age` is 0 for the latest of its name, and 1 for the others. */
export interface MedicationEntry {
  readonly place: number
  readonly name: string
  readonly age: number
  readonly day: string
  readonly presence: string
  readonly class: string | null
  /** Names and classes that it certainly has, and those that it may have. */
  readonly counts_as: readonly string[]
  readonly may_count_as: readonly string[]
  readonly dose: number | null
  /** An older record of the name says that it went on. */
  readonly was_taken: boolean
}

export interface ToxicityEntry {
  readonly place: number
  readonly term: string
  readonly age: number
  readonly day: string
  /** The CTCAE grades that the record leaves possible; 0 is none. */
  readonly least: number
  readonly most: number
  readonly class: string | number | boolean | null
}

/** The first and the last day on which it can have been diagnosed. */
export interface OtherMalignancyEntry {
  readonly place: number
  readonly id: string
  readonly type: string
  readonly earliest: string | null
  readonly latest: string | null
}

/** One test. */
export interface BiomarkerEntry {
  readonly place: number
  readonly day: string
  /** Another valid test of that day says the opposite: among all tests, and among those of a central laboratory. */
  readonly is_opposed: boolean
  readonly is_opposed_centrally: boolean
  readonly type: string
  readonly genes: readonly string[]
  /** Without the "*" that stands for any partner. */
  readonly named_genes: readonly string[]
  readonly marker: string | null
  readonly change: string | null
  /** False where the report names what changes nothing, or not what it changes. */
  readonly changes_protein: boolean
  /** "Val600" where it names another amino acid there. */
  readonly substituted_place: string | null
  readonly allele: string | null
  readonly result: string
  readonly is_failed: boolean
  readonly is_central: boolean
  readonly number: number | null
  readonly unit: string | null
  /** The number as it was reported, for a question without a unit. */
  readonly plain: number | null
}

type Document<Value> = JSONColumnType<(Value & object) | null, string | null, string | null>
type ByName<Value> = Document<Readonly<Record<string, Value>>>

/** The least and the most lines; of the most null where earlier lines are missing, so that there may be any number. */
export type LineBounds = readonly [least: number, most: number | null]

export interface DocumentColumns {
  readings: ByName<ReadingEntry>
  /** By system and part, "FIGO t": the category and every coarser one that it is part of. */
  stage_parts: ByName<readonly string[]>
  attestations: ByName<{ readonly day: string; readonly answer: boolean }>
  central_reviews: ByName<string>
  biomarkers: Document<readonly BiomarkerEntry[]>
  treatments: Document<readonly TreatmentEntry[]>
  /** For every set of settings: see `lineCountIndex`. */
  line_counts: Document<readonly LineBounds[]>
  disease_statuses: Document<readonly DatedWord[]>
  /** Days of progression; an empty list where only its absence is recorded. */
  progressions: Document<readonly string[]>
  metastases: ByName<MetastasisEntry>
  conditions: ByName<readonly ConditionEntry[]>
  infections: ByName<DatedWord>
  medications: Document<readonly MedicationEntry[]>
  toxicities: Document<readonly ToxicityEntry[]>
  other_malignancies: Document<readonly OtherMalignancyEntry[]>
}
