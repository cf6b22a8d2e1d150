import { anticoagulantClass, anticoagulantClasses } from './anticoagulants.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import { presenceOf } from './recorded-word.ts'

/** One record of a medicine, and what criteria may call it. */
export interface MedicineRecord {
  /** What it was recorded as: a class such as "lmwh", or a drug. */
  readonly name: string
  readonly reading: Reading
  /** No later record has the same name. */
  readonly isLatest: boolean
  /** An earlier record of the same name says that it was taken. */
  readonly wasTaken: boolean
  /** Names and classes that it certainly has. */
  readonly countsAs: readonly string[]
  /** Classes that it may have, because nobody said which drug it was, or in which dose. */
  readonly mayCountAs: readonly string[]
}

/** Classes that are recorded by themselves and take others in. What is of a member may be of the class, and the reverse. */
const membersOf: Readonly<Record<string, readonly string[]>> = {
  'anticoagulant-therapeutic': anticoagulantClasses,
}

/** Every record, by name in the order of the facts, the latest of each name first. */
export function medicineRecords({ medications }: Pick<PatientFacts, 'medications'>): readonly MedicineRecord[] {
  return Object.entries(medications).flatMap(([name, readings]) =>
    readings.map((reading, age) => {
      const countsAs = classesOf(name, reading, readings)
      return {
        name,
        reading,
        isLatest: age === 0,
        wasTaken: readings.slice(age + 1).some(({ value }) => presenceOf(value) === 'active'),
        countsAs,
        mayCountAs: possibleClasses(countsAs),
      }
    }),
  )
}

/** The class by which one medicine is told from another of a wider class; `null` where nobody gave one. */
export function recordedClass({ detail }: Reading): string | null {
  if (detail.class !== undefined) return String(detail.class)
  return typeof detail.name === 'string' ? anticoagulantClass(detail.name) : null
}

/** The other classes of a wider one: beside a medicine of theirs, one of this class is not the only one of its kind. */
export function rivalClasses(concept: string): readonly string[] {
  const families = Object.values(membersOf).filter((members) => members.includes(concept))
  return families.flat().filter((member) => member !== concept)
}

/** A drug keeps its class from one record to the next; a class that takes others in may be another drug each time. */
function classesOf(name: string, reading: Reading, readings: readonly Reading[]): readonly string[] {
  const byName = anticoagulantClass(name)
  const own = recordedClass(reading)
  const isWide = membersOf[name] !== undefined
  const recorded = own === null && !isWide ? readings.map(recordedClass) : [own]
  return [...new Set([name, byName, ...recorded].filter((each) => each !== null))]
}

function possibleClasses(countsAs: readonly string[]): readonly string[] {
  return Object.entries(membersOf).flatMap(([wide, members]) => {
    const isMember = countsAs.some((name) => members.includes(name))
    if (isMember) return countsAs.includes(wide) ? [] : [wide]
    return countsAs.includes(wide) ? members : []
  })
}
