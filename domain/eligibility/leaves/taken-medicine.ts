import type { CalendarDate } from '../../identity/calendar-date.ts'
import { compareNumber } from '../compare-number.ts'
import { isWithinDays } from '../date-window.ts'
import type { MedicationLeaf } from '../event-leaf.ts'
import { coveringDays } from '../freshness.ts'
import { stillGoesOn } from '../going-on.ts'
import type { MedicineRecord } from '../medicine-records.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { presenceOf } from '../recorded-word.ts'
import { type Tri, triOf } from '../tri.ts'

const category = 'medicines-reviewed'

/** Recorded as taken at the time that is asked: one that still goes on is inside every window. */
export function isTaken(
  leaf: MedicationLeaf,
  record: MedicineRecord,
  facts: PatientFacts,
  anchor: CalendarDate,
): boolean {
  const { reading } = record
  const presence = presenceOf(reading.value)
  const goesOn = isLastActive(record) && stillGoesOn(reading, facts, category, anchor)
  if (goesOn && !isDeniedSince(leaf, record, facts, anchor)) return true
  if (leaf.withinDays === undefined || leaf.status === 'active') return false
  return (presence === 'active' || presence === 'past') && isWithinDays(reading.on, anchor, leaf.withinDays)
}

/** Asked for by the name of the question, and last found not to be taken. */
export function recordedNegative({ concept }: MedicationLeaf, { medications }: PatientFacts): Reading | undefined {
  const latest = medications[concept]?.[0]
  return latest !== undefined && ['absent', 'past'].includes(presenceOf(latest.value)) ? latest : undefined
}

/** On a later day than it was taken; of one day neither denies the other. */
function isDeniedSince(
  leaf: MedicationLeaf,
  { reading }: MedicineRecord,
  facts: PatientFacts,
  anchor: CalendarDate,
): boolean {
  const negative = recordedNegative(leaf, facts)
  if (negative === undefined || negative.on <= reading.on) return false
  return isWithinDays(negative.on, anchor, coveringDays(category, leaf))
}

/** Last recorded as taken too long ago to say that it still is: nobody has said that it was stopped. */
export function isLapsed(
  leaf: MedicationLeaf,
  record: MedicineRecord,
  facts: PatientFacts,
  anchor: CalendarDate,
): boolean {
  return isLastActive(record) && !isTaken(leaf, record, facts, anchor)
}

/** No later record says anything else than that it goes on. */
export function isLastActive({ reading, isLatest }: MedicineRecord): boolean {
  return isLatest && presenceOf(reading.value) === 'active'
}

/** Said to be known of, in a word that says neither that it is taken nor that it is not. */
export function isVague({ reading, isLatest }: MedicineRecord): boolean {
  return isLatest && presenceOf(reading.value) === 'unknown'
}

/** Taken before, and found stopped on a day inside the window: it may have been taken on an earlier day inside it. */
export function isEndUnknown(leaf: MedicationLeaf, record: MedicineRecord, anchor: CalendarDate): boolean {
  const { withinDays, status } = leaf
  if (withinDays === undefined || status === 'active' || !record.isLatest || !record.wasTaken) return false
  return presenceOf(record.reading.value) === 'absent' && isWithinDays(record.reading.on, anchor, withinDays)
}

/** Whether one record reaches the dose that is asked. */
export function isDose(leaf: MedicationLeaf, reading: Reading): Tri {
  if (leaf.doseMgPredEqMin === undefined) return 'met'
  const dose = reading.detail.doseMgPredEq
  if (typeof dose !== 'number') return 'unknown'
  return triOf(compareNumber(dose, leaf.doseCmp ?? '>=', leaf.doseMgPredEqMin))
}

/** The daily dose of several medicines of the class that are taken and go on, where only their sum reaches the limit. */
export function sumOfDoses(
  { doseMgPredEqMin: limit, doseCmp }: MedicationLeaf,
  records: readonly MedicineRecord[],
): { readonly reading: Reading; readonly dose: number } | null {
  const taken = records.filter(isLastActive).map((record) => record.reading)
  const [reading] = taken
  if (limit === undefined || reading === undefined) return null
  const doses = taken.map(({ detail }) => detail.doseMgPredEq).filter((dose) => typeof dose === 'number')
  const dose = doses.reduce((sum, each) => sum + each, 0)
  return compareNumber(dose, doseCmp ?? '>=', limit) ? { reading, dose } : null
}
