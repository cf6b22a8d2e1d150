import { deriveFacts } from '../../domain/eligibility/derive-facts.ts'
import type {
  Observation,
  ObservationKind,
  PatientRecord,
  Provenance,
} from '../../domain/eligibility/patient-record.ts'
import { biomarkerKey, certainWord, isNamedChange, proteinChange } from './biomarker-word.ts'
import { quantityOf, rounded } from './laboratory-quantity.ts'
import { coarserCategories, isAssessed, plainCategory } from './stage-category.ts'

/** A patient as simple values, read from the recorded rows by rules written anew. What is absent or null is not known. */
export interface PlainRecord {
  readonly patientId: string
  readonly bornOn: string | null
  readonly sex: string | null
  readonly diagnosis: PlainDiagnosis | null
  readonly grade: string | null
  /** Null also where a metastasis that is there, or a status of that day or later, denies it. */
  readonly diseaseExtent: {
    readonly on: string
    readonly word: string
    readonly says: readonly string[]
    readonly rulesOut: readonly string[]
  } | null
  /** By analyte, concept, scale and name: the day, then the value under the name of its quantity. */
  readonly labs: Readonly<Record<string, PlainResult>>
  readonly observations: Readonly<Record<string, PlainResult>>
  /** A second result of the same day as the first, which says something else. */
  readonly labsBeside: Readonly<Record<string, PlainResult>>
  readonly observationsBeside: Readonly<Record<string, PlainResult>>
  readonly scales: Readonly<Record<string, PlainResult>>
  readonly scalesBeside: Readonly<Record<string, PlainResult>>
  readonly scoresBeside: Readonly<Record<string, PlainResult>>
  readonly scores: Readonly<Record<string, PlainResult>>
  readonly stages: Readonly<Record<string, Readonly<Record<string, PlainCategory>>>>
  readonly biomarkers: Readonly<Record<string, string>>
  /** True of what a valid test was made of, also where the laboratory did not commit itself. */
  readonly isTested: Readonly<Record<string, boolean>>
}

/** Which cancer types the codes prove, leave open or allow is the one thing taken over from the product. */
export interface PlainDiagnosis {
  readonly exact: readonly string[]
  readonly group: readonly string[]
  readonly possible: readonly string[]
  readonly isUncoded: boolean
  readonly basis: string | null
}

export type PlainResult = Readonly<Record<string, number | string | null>> & { readonly on: string }

export interface PlainCategory {
  readonly recorded: string
  readonly labels: readonly string[]
}

export function plainRecord(record: PatientRecord): PlainRecord {
  const latest = (kind: ObservationKind) => {
    const rows = newestFirst(record.observations, ({ observedOn }) => observedOn)
    const ofKind = rows.filter((row) => row.kind === kind)
    // The newest comes last, so that it is the one that stays.
    return new Map(ofKind.toReversed().map((row) => [row.code, row]))
  }
  const word = (kind: ObservationKind) => [...latest(kind).values()].map(({ value }) => plainWord(value))[0] ?? null
  return {
    patientId: record.patientId,
    bornOn: record.bornOn,
    sex: record.sex,
    diagnosis: diagnosisOf(record),
    grade: word('grade'),
    diseaseExtent: extentOf(record),
    labs: mapped(resultsOf(record, 'lab', 0), measurement),
    observations: mapped(resultsOf(record, 'observation', 0), measurement),
    labsBeside: mapped(resultsOf(record, 'lab', 1), measurement),
    observationsBeside: mapped(resultsOf(record, 'observation', 1), measurement),
    scales: mapped(resultsOf(record, 'performance-status', 0), scaleValue),
    scores: mapped(resultsOf(record, 'score', 0), scaleValue),
    scalesBeside: mapped(resultsOf(record, 'performance-status', 1), scaleValue),
    scoresBeside: mapped(resultsOf(record, 'score', 1), scaleValue),
    stages: mapped(latest('stage'), categories),
    biomarkers: biomarkersOf(record),
    isTested: testedOf(record),
  }
}

/** The result at a place among those of the newest day that differ, by analyte or concept. */
function resultsOf(record: PatientRecord, kind: ObservationKind, place: number): ReadonlyMap<string, Observation> {
  const rows = newestFirst(record.observations, ({ observedOn }) => observedOn).filter(
    (row) => row.kind === kind && (kind !== 'performance-status' || isStatus(row)),
  )
  const codes = [...new Set(rows.map(({ code }) => code))]
  const found = codes.flatMap((code) => {
    const ofCode = rows.filter((row) => row.code === code)
    const ofDay = ofCode.filter(({ observedOn }) => observedOn === ofCode[0]?.observedOn)
    const row = withoutRepeats(ofDay)[place]
    return row === undefined ? [] : [[code, row] as const]
  })
  return new Map(found)
}

/** Of two that give the same number, the one with more limits of normal is kept, or else the newer. */
function withoutRepeats(newestFirst: readonly Observation[]): readonly Observation[] {
  const [first, second] = newestFirst
  if (newestFirst.length > 2) throw new RangeError('Plain records hold at most two results of a day')
  if (first === undefined || second === undefined) return newestFirst
  const isSame = [plainWord(first.value) === plainWord(second.value), first.unit === second.unit]
  if (isSame.includes(false) || first.detail.bound !== second.detail.bound) return newestFirst
  const limits = [first, second].map(({ lowerLimit, upperLimit }) => [lowerLimit, upperLimit])
  const holds = (one: number, other: number) =>
    limits[other]?.every((limit, index) => limit === null || limit === limits[one]?.[index]) === true
  if (holds(0, 1)) return [first]
  return holds(1, 0) ? [second] : newestFirst
}

function extentOf(record: PatientRecord): PlainRecord['diseaseExtent'] {
  const since = firstDayOfTumour(record)
  const rows = newestFirst(record.observations, ({ observedOn }) => observedOn).filter(
    ({ observedOn }) => observedOn >= since,
  )
  const extent = rows.find(({ kind }) => kind === 'disease-extent')
  if (extent === undefined) return null
  const word = plainWord(extent.value)
  const sites = new Map(rows.toReversed().flatMap((row) => (row.kind === 'metastasis' ? [[row.code, row]] : [])))
  const words = (row: Observation) =>
    rows
      .filter(({ kind, code, observedOn }) => kind === row.kind && code === row.code && observedOn === row.observedOn)
      .map(({ value }) => plainWord(value))
  // What is there by one report of a day and not by another is not known to be there.
  const isThere = (row: Observation) =>
    ['present', 'untreated', 'stable', 'progressing'].includes(plainWord(row.value)) &&
    words(row).every((word) => ['present', 'untreated', 'treated', 'stable', 'progressing'].includes(word))
  const spread = [...sites.values()].filter(isThere)
  const [status] = rows.filter(({ kind, observedOn }) => kind === 'disease-status' && observedOn >= extent.observedOn)
  const isGone = (said: string) => said === 'no-evidence-of-disease'
  const isDenied =
    (!['metastatic', 'systemic', 'recurrent', 'unresectable'].includes(word) && spread.length > 0) ||
    (status !== undefined &&
      plainWord(status.value) !== 'responding' &&
      isGone(plainWord(status.value)) !== isGone(word))
  if (isDenied) return null
  const says = [word, ...(spread.length > 0 ? ['metastatic'] : [])]
  if (word === 'locally-recurrent-inoperable') says.push('recurrent', 'unresectable')
  return { on: extent.observedOn, word, says, rulesOut: says.flatMap((each) => cannotBeBeside[each] ?? []) }
}

const spreadOfAnySort = ['metastatic', 'systemic']
const inPlace = ['localised', 'locally-advanced']
const nothingLeft = 'no-evidence-of-disease'
const cannotBeBeside: Readonly<Record<string, readonly string[]>> = {
  localised: ['locally-advanced', 'unresectable', 'locally-recurrent-inoperable', ...spreadOfAnySort, nothingLeft],
  'locally-advanced': ['localised', ...spreadOfAnySort, nothingLeft],
  'locally-recurrent-inoperable': [...spreadOfAnySort, nothingLeft],
  recurrent: [nothingLeft],
  unresectable: [nothingLeft],
  metastatic: [...inPlace, nothingLeft],
  systemic: [...inPlace, nothingLeft],
  [nothingLeft]: [...inPlace, ...spreadOfAnySort, 'locally-recurrent-inoperable', 'recurrent', 'unresectable'],
}

/** Half a year before the diagnosis: what was said of a tumour before then was said of another. */
function firstDayOfTumour(record: PatientRecord): string {
  const diagnosedOn = deriveFacts(record).diagnosis?.diagnosedOn ?? null
  if (diagnosedOn === null) return ''
  const earliest = Date.parse(`${diagnosedOn}-01-01`.slice(0, 10))
  return new Date(earliest - 183 * 86_400_000).toISOString().slice(0, 10)
}

function diagnosisOf(record: PatientRecord): PlainDiagnosis | null {
  const { diagnosis } = deriveFacts(record)
  if (diagnosis === null) return null
  const { exact, group, possible, isUncoded, basis } = diagnosis
  return { exact, group, possible, isUncoded, basis }
}

/** ECOG runs from 0 to 5; its 9 says that nobody recorded it. */
function isStatus({ code, value }: Observation): boolean {
  return code !== 'ECOG' || [0, 1, 2, 3, 4, 5].some((grade) => grade === value)
}

function measurement(row: Observation): PlainResult {
  const { value, unit, upperLimit, lowerLimit, observedOn: on, code, detail } = row
  if (typeof value !== 'number') return { on }
  const quantity = quantityOf(value, unit, code)
  return {
    on,
    sign: typeof detail.bound === 'string' ? detail.bound : null,
    [quantity.name]: quantity.value,
    timesUpperLimit: upperLimit !== null && upperLimit > 0 ? rounded(value / upperLimit) : null,
    timesLowerLimit: lowerLimit !== null && lowerLimit > 0 ? rounded(value / lowerLimit) : null,
  }
}

function scaleValue({ value, observedOn: on }: Observation): PlainResult {
  return { on, number: typeof value === 'number' ? value : null, word: plainWord(value) }
}

function categories({ value, detail }: Observation): Readonly<Record<string, PlainCategory>> {
  const parts = Object.entries({ ...detail, group: value }).map(([part, category]) => [
    part,
    plainCategory(String(category)),
  ])
  return Object.fromEntries(
    parts.flatMap(([part = '', recorded = '']) =>
      isAssessed(recorded) ? [[part, { recorded, labels: coarserCategories(recorded) }]] : [],
    ),
  )
}

/** Of the newest day with an answer, what no other report denies; nothing where that leaves two words or none. */
function biomarkersOf({ biomarkers }: PatientRecord): Readonly<Record<string, string>> {
  const rows = newestFirst(biomarkers, ({ reportedOn }) => reportedOn)
  const answers = rows.filter(isAnswer)
  return Object.fromEntries(
    answers.flatMap(keysOf).flatMap((key) => {
      const ofKey = answers.filter((row) => keysOf(row).includes(key))
      const ofDay = ofKey.filter(({ reportedOn }) => reportedOn === ofKey[0]?.reportedOn)
      const words = ofDay.flatMap((row) => (rows.some((other) => isDenied(row, other)) ? [] : certainWord(row.result)))
      const [word, ...different] = new Set(words)
      return word === undefined || word === null || different.length > 0 ? [] : [[key, word] as const]
    }),
  )
}

type Test = PatientRecord['biomarkers'][number]

/** A search of a whole gene without a finding is an answer; of a single change it is not, nor is what changes nothing. */
function isAnswer({ type, result, hgvsP }: Test): boolean {
  const found = certainWord(result)
  if (type !== 'variant' || found === null) return found !== null
  return found === 'present' ? hgvsP === null || isNamedChange(hgvsP) : found === 'absent' && hgvsP === null
}

function isDenied(one: Test, other: Test): boolean {
  const [word, otherWord] = [certainWord(one.result), certainWord(other.result)]
  const isOfSame = keysOf(one).some((key) => keysOf(other).includes(key))
  if (!isOfSame || word === null || otherWord === null || word === otherWord) return false
  if (one.reportedOn !== other.reportedOn && !staysFound(one.reportedOn < other.reportedOn ? one : other)) return false
  if (one.type !== 'variant') return true
  const absent = word === 'absent' ? one : other
  if (new Set(['present', 'absent', word, otherWord]).size > 2) return false
  return absent.hgvsP === null || proteinChange(one.hgvsP ?? '') === proteinChange(other.hgvsP ?? '')
}

/** What a tumour is not taken to have lost because a later test did not find it. */
function staysFound({ type, result }: Test): boolean {
  return type !== 'ihc' && ['present', 'amplified', 'msi-h', 'dmmr'].includes(certainWord(result) ?? '')
}

/** A sample that failed was no test, and a test of a variant answers or is a test of another one. */
function testedOf({ biomarkers }: PatientRecord): Readonly<Record<string, boolean>> {
  const replaced = new Set(biomarkers.map(({ replaces }) => replaces))
  const valid = biomarkers.filter(
    (test) =>
      !replaced.has(test.id) &&
      (test.type !== 'variant' || isAnswer(test)) &&
      !['failed', 'insufficient', 'insufficient sample'].includes(plainWord(test.result)),
  )
  return Object.fromEntries(valid.flatMap(keysOf).map((key) => [key, true]))
}

function keysOf(test: Test): readonly string[] {
  const subjects = test.type === 'ihc' ? [test.marker ?? ''] : test.genes.length === 0 ? [''] : test.genes
  return subjects.map((subject) => biomarkerKey(test.type, subject)).filter((key) => key !== null)
}

function newestFirst<Row extends Provenance>(rows: readonly Row[], dayOf: (row: Row) => string): readonly Row[] {
  const replaced = new Set(rows.map(({ replaces }) => replaces))
  const keys = (row: Row) => [dayOf(row), new Date(row.recordedAt).toISOString(), row.id].join(' ')
  return rows.filter(({ id }) => !replaced.has(id)).toSorted((a, b) => (keys(a) < keys(b) ? 1 : -1))
}

function plainWord(value: Observation['value']): string {
  return String(value).trim().toLowerCase()
}

function mapped<Value>(
  rows: ReadonlyMap<string, Observation>,
  toValue: (row: Observation) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries([...rows].map(([code, row]) => [code, toValue(row)]))
}
