import fc from 'fast-check'
import type { Assertion, Diagnosis, Observation, Treatment } from '../../domain/eligibility/patient-record.ts'
import { confirmed, diagnosisOf, finding, treatmentOf } from '../../domain/eligibility/sample-record.ts'
import { addDays, type CalendarDate } from '../../domain/identity/calendar-date.ts'
import { dayOfWindow, orNothing } from './build-day.ts'

/** Up to six treatments, with and without dates, classes, lines and half-lives; some still to come or going on. */
export function treatments(asOf: CalendarDate): fc.Arbitrary<readonly Treatment[]> {
  const day = fc.constantFrom(-1, 0, 14, 15, 27, 28, 29, 35, 70, 84, 300).map((days) => addDays(asOf, -days))
  const maybeDay = fc.oneof({ weight: 3, arbitrary: day }, { weight: 1, arbitrary: fc.constant(null) })
  const dates = fc.oneof(
    fc
      .tuple(day, fc.constantFrom(0, 1, 21, 90))
      .map(([endedOn, length]) => ({ startedOn: addDays(endedOn, -length), endedOn })),
    fc.record({ startedOn: maybeDay, endedOn: maybeDay }),
    fc
      .record({
        startedOn: maybeDay,
        endedOn: fc.constantFrom(null, null, addDays(asOf, -30)),
        // Said to go on at both ends of the time for which that holds, and long ago.
        recordedAt: fc.constantFrom(0, 89, 90, 91, 91, 300).map((days) => `${addDays(asOf, -days)}T12:00:00Z`),
      })
      .map((days) => ({ ...days, isOngoing: true })),
  )
  const course = fc.record({
    classes: fc.constantFrom<readonly string[]>(
      ...[['chemotherapy', 'platinum'], ['chemotherapy'], ['anti-PD-1'], ['chemoradiotherapy'], [], []],
    ),
    hasAllClasses: fc.boolean(),
    setting: fc.constantFrom<Treatment['setting']>(
      ...(['neoadjuvant', 'adjuvant', 'first-line', 'palliative', 'maintenance', null] as const),
    ),
    line: fc.constantFrom(1, 1, 2, 3, null),
    cycles: fc.constantFrom(3, 4, 6, 7, null),
    halfLifeDays: fc.constantFrom(7, 2.8, 20, null),
  })
  const systemic = course.map((parts) => treatmentOf('Cisplatin', parts))
  const radiotherapy = fc
    .record({
      site: fc.constantFrom('target-lesion', 'non-target-lesion', 'brain', null),
      hasAllClasses: fc.boolean(),
      classes: fc.constantFrom(['radiotherapy'], ['radiotherapy', 'chemoradiotherapy'], []),
    })
    .map((parts) => treatmentOf('Radiotherapy', { kind: 'radiotherapy', ...parts }))
  const surgery = fc
    .record({
      procedure: fc.constantFrom('primary-resection', 'primary-resection', 'major', 'minor', null),
      margin: fc.constantFrom<Treatment['margin']>('R0', 'R1', null),
    })
    .map((parts) => treatmentOf('Operation', { kind: 'surgery', ...parts }))
  const one = fc
    .tuple(fc.oneof({ weight: 2, arbitrary: systemic }, radiotherapy, surgery), dates, fc.boolean(), fc.nat())
    .map(([treatment, days, isForIndexCancer, id]) => ({
      ...treatment,
      ...days,
      isForIndexCancer: isForIndexCancer || treatment.kind === 'systemic',
      id: `treatment-${id}`,
    }))
  return fc.oneof({ weight: 5, arbitrary: fc.array(one, { maxLength: 6 }) }, fc.constant([]))
}

/**
 * Each category confirmed today, at the end of its window, a day beyond it, or never; comorbidities also at the end of
 * the time for which they say that there is no toxicity, and about the days on which treatments end.
 */
export function assertions(asOf: CalendarDate): fc.Arbitrary<readonly Assertion[]> {
  const windows: Readonly<Record<Assertion['category'], number>> = {
    'treatment-history-complete': 28,
    'comorbidities-reviewed': 90,
    'medicines-reviewed': 28,
    'infection-status-reviewed': 180,
  }
  const categories: readonly Assertion['category'][] = [
    ...(['treatment-history-complete', 'comorbidities-reviewed'] as const),
    ...(['medicines-reviewed', 'infection-status-reviewed'] as const),
  ]
  const each = categories.map((category) =>
    fc
      .constantFrom(
        ...[0, 0, 7, 8, windows[category], windows[category] + 1, null],
        ...(category === 'comorbidities-reviewed' ? [15, 27, 28, 28, 29] : []),
      )
      .map((days) => (days === null ? [] : [confirmed(category, addDays(asOf, -days))])),
  )
  return fc.tuple(...each).map((lists) => lists.flat())
}

/** Other cancers, with dates that are known in part, at both ends of a window of five years. */
export function otherDiagnoses(asOf: CalendarDate): fc.Arbitrary<readonly Diagnosis[]> {
  const diagnosedOn = fc.constantFrom(
    '2021',
    '2021-06',
    addDays(asOf, -1826),
    addDays(asOf, -1827),
    '2026',
    null,
    '2010',
  )
  const icd10 = fc.constantFrom('C44.3', 'C61', 'D06.9', 'C50.9', null)
  const one = fc
    .record({ diagnosedOn, icd10 })
    .map((parts) => diagnosisOf({ ...parts, isIndex: false, id: `other-${parts.icd10}` }))
  return fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(one, { maxLength: 2 }) })
}

/** Dated states, some of them recorded more than once and changed between. */
export function states(asOf: CalendarDate): fc.Arbitrary<readonly Observation[]> {
  const of = (kind: Observation['kind'], code: string, values: readonly Observation['value'][], detail = noDetail) => {
    const day = fc.oneof(
      dayOfWindow(asOf),
      fc.constantFrom(42, 43, 90, 91, 180, 181, 183, 184, 400).map((days) => addDays(asOf, -days)),
    )
    const one = fc
      .tuple(fc.constantFrom(...values), day, detail)
      .map(([value, on, parts]) => finding(kind, code, value, on, { detail: parts }))
    return orNothing(fc.array(one, { minLength: 0, maxLength: 3 })).map((rows) => rows ?? [])
  }
  const presence = ['active', 'present', 'history', 'resolved', 'absent', 'no', 'unclear', true, false]
  const parts = [
    ...['cns', 'brain', 'leptomeningeal', 'liver'].map((site) =>
      of(
        'metastasis',
        site,
        ['present', 'untreated', 'treated', 'stable', 'progressing', 'absent', '?'],
        siteDetail(asOf),
      ),
    ),
    ...['autoimmune-disease', 'active-infection', 'myasthenia-gravis', 'pregnancy', 'breastfeeding'].map((concept) =>
      of('condition', concept, presence, conditionDetail),
    ),
    ...['systemic-corticosteroid', 'prednisolone', 'anticoagulant-therapeutic', 'lmwh', 'warfarin'].map((concept) =>
      of('medication', concept, [...presence, 'stopped', 'active'], medicineDetail),
    ),
    ...['HIV', 'HBV'].map((agent) =>
      of('infection', agent, [
        'positive',
        'Negative',
        'active',
        'past',
        'chronic',
        'not detected',
        'carrier',
        'awaited',
      ]),
    ),
    ...['alopecia', 'peripheral-neuropathy', 'fatigue'].map((term) =>
      of('toxicity', term, [0, 1, 2, 3, 'present', 'resolved', true, false], toxicityDetail),
    ),
    of('other-malignancy', 'nmsc-treated', ['history', 'active', 'absent']),
    of('disease-status', 'disease-status', [
      'newly-diagnosed',
      'progressive',
      'recurrent',
      'Stable',
      'refractory',
      'responding',
      'no-evidence-of-disease',
    ]),
    of('progression', 'progression', [true, false, 'present', 'absent']),
    of('best-response', 'best-response', ['CR', 'pr', 'SD', 'NE', 'unknown'], responseDetail),
  ]
  return fc.tuple(...parts).map((lists) => lists.flat())
}

type Detail = Observation['detail']

const noDetail: fc.Arbitrary<Detail> = fc.constant({})

function siteDetail(asOf: CalendarDate): fc.Arbitrary<Detail> {
  const since = fc.constantFrom(0, 13, 14, 28, 29, 84).map((days) => addDays(asOf, -days))
  return fc.oneof(
    noDetail,
    fc.record({ isTreated: fc.boolean(), isStable: fc.boolean(), stableSinceOn: since }, { requiredKeys: [] }),
    fc.constant({ stableSinceOn: 'last year' }),
  )
}

const conditionDetail: fc.Arbitrary<Detail> = fc.record(
  {
    needsSystemicTherapy: fc.boolean(),
    severity: fc.constantFrom('MGFA-IVa', 'MGFA-II', 'MGFA-V', 'NYHA-3', 'mild'),
  },
  { requiredKeys: [] },
)

const medicineDetail: fc.Arbitrary<Detail> = fc.record(
  {
    class: fc.constantFrom('systemic-corticosteroid', 'anticoagulant-therapeutic', 'lmwh'),
    name: fc.constantFrom('apixaban', 'Dalteparin', 'warfarin', 'a drug not on the list'),
    doseMgPredEq: fc.constantFrom(4, 6, 9.9, 10, 10.1),
  },
  { requiredKeys: [] },
)

const toxicityDetail: fc.Arbitrary<Detail> = fc.record(
  { class: fc.constantFrom<string | number>('immune-related', 'immune-related', 1) },
  { requiredKeys: [] },
)

const responseDetail: fc.Arbitrary<Detail> = fc.record({ line: fc.constantFrom(1, 2, 3) }, { requiredKeys: [] })
