/** Moves the focus to what a link of the same page leads to, and opens what that is closed in. The link itself scrolls. */
export function focusTarget(id: string): void {
  const target = document.getElementById(id)
  const closed = target?.closest('details')
  if (closed) closed.open = true
  target?.focus({ preventScroll: true })
}
