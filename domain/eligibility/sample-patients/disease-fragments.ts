import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import type {
  BestResponseLeaf,
  DiseaseExtentLeaf,
  DiseaseStatusLeaf,
  GradeLeaf,
  MeasurableDiseaseLeaf,
  MetastasisLeaf,
  ProgressionLeaf,
  StageLeaf,
  StandardOptionsLeaf,
} from '../leaf.ts'
import type { Observation, ObservationKind } from '../patient-record.ts'
import { finding, treatmentOf } from '../sample-record.ts'
import type { Fragment } from './fragment.ts'

type DiseaseLeaf =
  | BestResponseLeaf
  | DiseaseExtentLeaf
  | DiseaseStatusLeaf
  | GradeLeaf
  | MeasurableDiseaseLeaf
  | MetastasisLeaf
  | ProgressionLeaf
  | StageLeaf
  | StandardOptionsLeaf

export function diseaseFragments(leaf: DiseaseLeaf, asOf: CalendarDate): readonly Fragment[] {
  const day = (daysAgo: number) => addDays(asOf, -daysAgo)
  switch (leaf.op) {
    case 'grade':
      return words('grade', [...leaf.in, 'not-listed'], day(20))
    case 'diseaseExtent':
      return words('disease-extent', [...leaf.in, 'localised', 'no-evidence-of-disease'], day(20))
    case 'standardOptions':
      return words('standard-options', [...leaf.in, 'remaining'], day(20))
    case 'stage':
      return stages(leaf, day(20))
    case 'diseaseStatus':
      return [...leaf.in, 'stable', 'no-evidence-of-disease'].flatMap((word) =>
        daysBack(leaf.withinDays).map((days) => ({
          observations: [finding('disease-status', 'disease-status', word, day(days))],
          treatments: leaf.after === undefined ? [] : [firstLine(day)],
        })),
      )
    case 'progression':
      return [true, false].flatMap((value) =>
        [...daysBack(leaf.withinDays), firstLineEnded - (leaf.withinDays ?? 0)].map((days) => ({
          observations: [finding('progression', 'progression', value, day(days))],
          treatments: leaf.relativeTo === undefined ? [] : [firstLine(day)],
        })),
      )
    case 'bestResponse':
      return [...leaf.in, 'PD', 'NE'].map((word) => ({
        observations: [finding('best-response', 'best-response', word, day(60), { detail: { line: 1 } })],
        treatments: leaf.to === undefined ? [] : [firstLine(day)],
      }))
    case 'measurableDisease':
      return [{}, { isIrradiated: false }, { isIrradiated: true, hasProgressedSince: false }].flatMap((lesion) =>
        [true, false].map((value) => ({
          observations: [
            finding('measurable-disease', 'measurable-disease', value, day(10), { detail: { by: leaf.by, ...lesion } }),
          ],
        })),
      )
    case 'metastasis':
      return ['present', 'absent', 'treated', 'untreated', 'stable', 'progressing'].flatMap((word) =>
        [10, leaf.forAtLeastDays ?? 10].map((days) => ({
          observations: [
            finding('metastasis', leaf.site, word, day(days), { detail: { isTreated: word === 'stable' } }),
          ],
        })),
      )
  }
}

/** The first line of treatment ended this many days ago. */
const firstLineEnded = 100

function firstLine(day: (daysAgo: number) => CalendarDate) {
  const dates = { startedOn: day(200), endedOn: day(firstLineEnded) }
  return treatmentOf('carboplatin', { classes: ['chemotherapy'], setting: 'first-line', line: 1, ...dates })
}

/** Inside the window and on both of its ends, and the day before it. */
export function daysBack(withinDays: number | undefined): readonly number[] {
  return withinDays === undefined ? [5] : [Math.min(5, withinDays), withinDays, 0, withinDays + 1]
}

function words(kind: ObservationKind, values: readonly Observation['value'][], on: CalendarDate): readonly Fragment[] {
  return values.map((value) => ({ observations: [finding(kind, kind, value, on)] }))
}

function stages(leaf: StageLeaf, on: CalendarDate): readonly Fragment[] {
  const first = { t: leaf.t?.[0] ?? 'T2', n: leaf.n?.[0] ?? 'N0', m: leaf.m?.[0] ?? 'M0' }
  const group = leaf.group?.[0] ?? ''
  const stage = (value: string, detail: Observation['detail'], id: string) => ({
    observations: [{ ...finding('stage', leaf.system, value, on, { detail }), id: `stage-${leaf.system}-${id}` }],
  })
  return [
    stage(group, first, 'as asked'),
    stage('0', { t: 'Tis', n: leaf.n === undefined ? 'N0' : 'N9', m: 'M1' }, 'other'),
    stage('X', { t: 'TX', n: 'NX', m: 'MX' }, 'not assessed'),
  ]
}
