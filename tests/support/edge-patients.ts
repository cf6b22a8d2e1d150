import type { Observation, PatientRecord, Treatment } from '../../domain/eligibility/patient-record.ts'
import { allConfirmed, finding, recordWith, testOf, treatmentOf } from '../../domain/eligibility/sample-record.ts'
import { addDays, addMonths, type CalendarDate } from '../../domain/identity/calendar-date.ts'

/** Patients of whom chance seldom makes one: records on which the two interpreters were once apart, or could be. */
export function edgePatients(asOf: CalendarDate): readonly PatientRecord[] {
  const ago = (days: number) => addDays(asOf, -days)
  const pregnant = (days: number) => finding('condition', 'pregnancy', 'active', ago(days), { id: `pregnancy-${days}` })
  const negativeTest = (days: number) => finding('lab', 'hcg', 'negative', ago(days), { unit: 'qual' })
  const numbered = treatmentOf('Doxorubicin', { id: 'numbered', line: 1, setting: 'first-line', endedOn: ago(400) })
  const unnumbered = { id: 'unnumbered', line: null } as const
  /** Recorded in the order given, on one day, of a man of 70 whose clearance is 58.7, 53.8 and 50 mL/min by these. */
  const ofOneDay = (...rows: readonly Observation[]) => ({
    bornOn: addMonths(asOf, -12 * 70),
    sex: 'male' as const,
    observations: rows.map((row, index) => ({ ...row, recordedAt: `${row.observedOn}T1${index}:00:00Z` })),
  })
  const creatinine = (value: number, unit = 'umol/L', parts: Partial<Observation> = {}) =>
    finding('lab', 'creatinine', value, ago(3), { unit, ...parts })
  const weight = (value: number, days = 5) => finding('observation', 'weight', value, ago(days), { unit: 'kg' })
  const anc = (value: number) => finding('lab', 'anc', value, ago(3), { unit: '10*9/L', lowerLimit: 1.5 })
  const parts: readonly Partial<PatientRecord>[] = [
    ...[
      [1.4, 1.6],
      [1.6, 1.4],
      [1.4, 1.5],
      [1.5, 1.6],
      [1.5, 1.5],
    ].map(([a = 0, b = 0]) => ofOneDay(anc(a), { ...anc(b), id: 'b' })),
    ofOneDay(creatinine(1.4, 'mg/dL'), creatinine(1.6, 'mg/dL'), weight(75)),
    ofOneDay(creatinine(110), creatinine(130), weight(75)),
    ofOneDay(creatinine(110), creatinine(129.1), weight(75)),
    ofOneDay(creatinine(110), weight(75), weight(60), weight(63)),
    ofOneDay(creatinine(110), creatinine(120), weight(75), weight(60)),
    ofOneDay(creatinine(110), creatinine(120, 'stone'), weight(75)),
    ofOneDay(creatinine(110), creatinine(120, 'umol/L', { detail: { bound: '<' } }), weight(75)),
    ofOneDay(creatinine(110), weight(75, 29), weight(60, 29)),
    ofOneDay({ ...creatinine(110), observedOn: ago(29) }, weight(75, 29)),
    ofOneDay(weight(75)),
    ofOneDay(),
    { bornOn: null, sex: null },
    { bornOn: null, sex: null, observations: [creatinine(110), weight(75)] },
    { bornOn: addMonths(asOf, -12 * 17), sex: 'male' },
    { bornOn: ago(1), sex: null, observations: [creatinine(110), weight(75)] },
    { bornOn: addMonths(ago(2), -12 * 18), sex: 'male', observations: [creatinine(110), weight(75)] },
    { bornOn: addMonths(ago(2), -12 * 18), sex: 'male', observations: [creatinine(110)] },
    { sex: 'female', observations: [negativeTest(4), finding('lab', 'hcg', 'positive', ago(4), { unit: 'qual' })] },
    { sex: 'female', observations: [pregnant(6), negativeTest(4), finding('lab', 'hcg', 'positive', ago(4))] },
    { sex: 'female', observations: [negativeTest(40), finding('lab', 'hcg', 'positive', ago(40), { unit: 'qual' })] },
    { sex: 'female', observations: [pregnant(2), pregnant(6), negativeTest(4)] },
    { sex: 'female', observations: [pregnant(6), negativeTest(4)] },
    { sex: 'female', observations: [pregnant(6), negativeTest(6)] },
    {
      observations: [
        finding('metastasis', 'cns', 'untreated', ago(42)),
        finding('metastasis', 'brain', 'present', addDays(asOf, 1)),
      ],
    },
    {
      observations: [finding('metastasis', 'cns', 'stable', ago(43)), finding('metastasis', 'brain', 'stable', ago(5))],
    },
    ...acutePatients(asOf),
    // One report of one change, which meets, denies or leaves open.
    ...['p.Val600=', 'V600V', 'V600?', 'p.?', 'V600*', 'V600fs', 'V600_K601delinsE', 'V600R', 'p.Met1?'].map(
      (hgvsP) => ({
        biomarkers: [testOf('variant', { genes: ['BRAF'], hgvsP, isCentralReview: true })],
      }),
    ),
    ...[89, 90, 91, 200].flatMap((days) => {
      const treatments = [
        treatmentOf('Cisplatin', {
          ...{ classes: ['chemotherapy', 'platinum'], startedOn: ago(400), isOngoing: true },
          recordedAt: `${ago(days)}T12:00:00Z`,
        }),
      ]
      return [{ treatments }, { treatments, assertions: [] }, { treatments, assertions: allConfirmed(ago(91)) }]
    }),
    { treatments: [numbered, treatmentOf('Pazopanib', { ...unnumbered, setting: 'palliative', isOngoing: true })] },
    { treatments: [treatmentOf('Cisplatin', { ...unnumbered, setting: 'adjuvant', endedOn: ago(250) })] },
    { treatments: [treatmentOf('Pazopanib', { ...unnumbered, line: 2, endedOn: ago(40) })] },
    { observations: [finding('toxicity', 'alopecia', 2, asOf), finding('toxicity', 'fatigue', 3, ago(91))] },
    { observations: [finding('toxicity', 'fatigue', 2, ago(1)), finding('toxicity', 'fatigue', 3, ago(1))] },
  ]
  return parts.map((part, index) => ({
    ...recordWith({ assertions: allConfirmed(asOf), ...part }),
    patientId: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}`,
  }))
}

/** Comorbidities reviewed about the end of the time for acute states, and about the days of one treatment. */
function acutePatients(asOf: CalendarDate): readonly Partial<PatientRecord>[] {
  const ago = (days: number) => addDays(asOf, -days)
  const courses: readonly Partial<Treatment>[] = [
    ...[11, 10, 9].flatMap((days) => [
      { startedOn: ago(60), endedOn: ago(days) },
      { startedOn: ago(days), endedOn: null },
      { kind: 'radiotherapy', startedOn: null, endedOn: ago(days) } as const,
    ]),
    { startedOn: ago(60), isOngoing: true },
    { startedOn: ago(-1), isOngoing: true },
    { startedOn: null, endedOn: null },
    { kind: 'surgery', startedOn: ago(9), endedOn: ago(9) },
  ]
  return [
    ...[27, 28, 29].map((days) => ({ assertions: allConfirmed(ago(days)) })),
    ...courses.map((parts) => ({
      assertions: allConfirmed(ago(10)),
      treatments: [treatmentOf('Carboplatin', { classes: ['chemotherapy', 'platinum'], ...parts })],
    })),
  ]
}
