import type { PatientRecord } from '../../domain/eligibility/patient-record.ts'
import { allConfirmed, finding, recordWith, treatmentOf } from '../../domain/eligibility/sample-record.ts'
import { addDays, type CalendarDate } from '../../domain/identity/calendar-date.ts'

/** Patients of whom chance seldom makes one: records on which the two interpreters were once apart, or could be. */
export function edgePatients(asOf: CalendarDate): readonly PatientRecord[] {
  const ago = (days: number) => addDays(asOf, -days)
  const pregnant = (days: number) => finding('condition', 'pregnancy', 'active', ago(days), { id: `pregnancy-${days}` })
  const negativeTest = (days: number) => finding('lab', 'hcg', 'negative', ago(days), { unit: 'qual' })
  const numbered = treatmentOf('Doxorubicin', { id: 'numbered', line: 1, setting: 'first-line', endedOn: ago(400) })
  const unnumbered = { id: 'unnumbered', line: null } as const
  const parts: readonly Partial<PatientRecord>[] = [
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
