import type { components } from '#api/schema.ts'
import { id } from './sample-record.ts'

type PatientItem = components['schemas']['PatientItem']

/* What is recorded of a patient in the tests of correcting it. */

export const item = (itemId: string, entered: PatientItem['entered'], parts: Partial<PatientItem>): PatientItem => ({
  itemId,
  section: 'laboratory',
  label: 'Platelets',
  valueText: '82 ×10⁹/L',
  on: '2026-11-12',
  source: 'Laboratory system',
  recordedBy: 'Dr Alex Moor',
  isStale: false,
  isOvertaken: false,
  ageDays: 6,
  windowDays: 28,
  entered,
  before: null,
  ...parts,
})
export const enteredPlatelets: components['schemas']['NewObservation'] = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 82,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-11-12',
  detail: {},
  source: 'Laboratory system',
}
export const platelets = item(id('61'), enteredPlatelets, {})
export const carboplatin = item(
  id('62'),
  {
    kind: 'treatment',
    treatmentKind: 'systemic',
    name: 'Carboplatin',
    classes: ['chemotherapy'],
    setting: null,
    hasAllClasses: true,
    line: null,
    startedOn: '2026-01-05',
    endedOn: '2026-05-01',
    isOngoing: false,
    cycles: 6,
    halfLifeDays: null,
    procedure: null,
    margin: null,
    site: null,
    isForIndexCancer: true,
    source: 'Chemotherapy prescribing',
  },
  { section: 'treatment', label: 'Systemic treatment', valueText: 'Carboplatin, 6 cycles', on: '2026-05-01' },
)
export const travel = item(
  id('63'),
  { ...enteredPlatelets, observationKind: 'preference', code: 'travel-limit', value: 50, unit: '[mi_i]' },
  { section: 'other', label: 'Travel limit', valueText: 'Up to 50 miles' },
)
