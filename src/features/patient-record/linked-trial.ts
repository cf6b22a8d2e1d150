import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { pathTo, withSearch } from '../../data/paths.ts'

/** The page of a patient with one of the trials open, as an address that can be sent to a colleague. */
export function pathToLinkedTrial(patientId: string, trialId: string): string {
  return withSearch(pathTo.patient(patientId), { [trialParameter]: trialId })
}

/** The trial that the address asked for when the page was opened. It stays open whatever the address says later. */
export function useLinkedTrial(): string | null {
  const [params] = useSearchParams()
  const [linkedId] = useState(params.get(trialParameter))
  return linkedId
}

const trialParameter = 'trial'
