import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Closes a form once what it sent is recorded, and gives the focus to what holds the returned ref. */
export function useClosingForm<Focused extends HTMLElement>(
  recorded: object | null,
  close: () => void,
): RefObject<Focused | null> {
  const [lastRecorded, setLastRecorded] = useState<object | null>(null)
  const focused = useRef<Focused>(null)
  if (recorded !== null && recorded !== lastRecorded) {
    setLastRecorded(recorded)
    close()
  }
  useLayoutEffect(() => {
    if (recorded !== null) focused.current?.focus()
  }, [recorded])
  return focused
}
