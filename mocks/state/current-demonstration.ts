import { buildDemonstration, type DemonstrationSettings, type DemonstrationState } from './demonstration-state.ts'

let settings: DemonstrationSettings = {}
let state: DemonstrationState | null = null

/** The demonstration that requests read and change; made by the first of them. */
export function demonstration(): DemonstrationState {
  state ??= buildDemonstration(settings)
  return state
}

/** Forgets everything that requests have changed. The next request finds the demonstration as these settings make it. */
export function resetDemonstration(next: DemonstrationSettings = {}): void {
  settings = next
  state = null
}
