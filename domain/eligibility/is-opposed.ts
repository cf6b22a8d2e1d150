import type { Observation } from './patient-record.ts'

/** Whether a reading is made of several of one day that say opposite things: see `joinOpposites`. */
export function isOpposed({ detail }: Pick<Observation, 'detail'>): boolean {
  return detail.isOpposed === true
}
