import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { Clock } from '../clock.ts'
import { listPatientsOfTrial } from '../eligibility/patients-of-trial-repository.ts'
import { readTrialVersion, rescreenTrial } from '../eligibility/screening-repository.ts'
import type { Trx } from '../plugins/operation.ts'

/** How far the work of a job is. */
export interface Progress {
  /** The last patient done. */
  readonly after: string | null
  /** The version of the trial that the patients until then were assessed against. */
  readonly version: number | null
}

/**
 * Goes through the patients of a trial, and from the first of them again where another version comes meanwhile. What it
 * remembers from one transaction to the next holds whether or not a transaction has to be repeated: a list that
 * everybody else sees too, and a guess at how many patients a slice may have.
 */
export function trialSlices(
  trialId: string,
  clock: Clock,
  { trial: largest, explained: mostExplained }: { readonly trial: number; readonly explained: number },
) {
  let listed: { readonly version: number; readonly patientIds: readonly string[] } | null = null
  let size = largest
  return async (trx: Trx, progress: Progress): Promise<Progress | null> => {
    // The trial is locked, so that its next version asks for a job of its own once this one is finished.
    const version = await readTrialVersion(trx, trialId)
    if (version === null) return null
    const at = clock.now()
    const asOf = calendarDateInLondon(at)
    const after = progress.version === version ? progress.after : null
    if (listed?.version !== version) {
      listed = { version, patientIds: await listPatientsOfTrial(trx, trialId, after, asOf) }
      return { after, version }
    }
    const slice = listed.patientIds.filter((patientId) => after === null || patientId > after).slice(0, size)
    const last = await rescreenTrial(trx, trialId, slice, asOf, { at, mostExplained })
    if (last === null) return null
    const done = slice.indexOf(last) + 1
    size = done < slice.length ? Math.max(mostExplained, done) : Math.min(largest, size * 2)
    return { after: last, version }
  }
}
