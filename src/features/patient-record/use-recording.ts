import { useState } from 'react'
import { useFetcher } from 'react-router'
import type { RecordingResult } from './record-patient-item.ts'
import { useClosingForm } from './use-closing-form.ts'

/**
 * A part of the page from which values are recorded, one form at a time. Once one is recorded its form is closed and the
 * heading of the part is in focus, above which it is announced.
 */
export function useRecording<Opened>() {
  const fetcher = useFetcher<RecordingResult>()
  const [opened, setOpened] = useState<Opened | null>(null)
  // The trials are read again before the fetcher rests, so that what is announced is on the page already.
  const result = fetcher.state === 'idle' ? (fetcher.data ?? null) : null
  const recorded = result?.kind === 'recorded' ? result : null
  const heading = useClosingForm<HTMLHeadingElement>(recorded, () => setOpened(null))
  return { fetcher, opened, setOpened, recorded, heading }
}
