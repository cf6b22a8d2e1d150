import type { components } from '#api/schema.ts'

type NewObservation = components['schemas']['NewObservation']

/** A performance status of the day before the tests' day. */
export const newEcog = {
  kind: 'observation',
  observationKind: 'performance-status',
  code: 'ECOG',
  value: 1,
  unit: null,
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Clinic letter',
} as const satisfies NewObservation

/** Platelets below what most trials ask, of the same day, with a source as somebody types it. */
export const newPlatelets: NewObservation = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 40,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: '  Laboratory system ',
}
