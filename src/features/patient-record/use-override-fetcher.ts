import { type FetcherWithComponents, useFetcher } from 'react-router'
import type { OverrideResult } from './change-override.ts'

/**
 * One fetcher for all the verdicts that are set on a patient's page: the card whose form was sent may move to another
 * group by it, and what came of it has to outlive the form.
 */
export function useOverrideFetcher(patientId: string): FetcherWithComponents<OverrideResult> {
  const fetcher = useFetcher<OverrideResult>({ key: `override ${patientId}` })
  // A fetcher that was reset holds null, whatever its type says.
  return { ...fetcher, data: fetcher.data ?? undefined }
}
