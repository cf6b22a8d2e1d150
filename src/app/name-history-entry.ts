/**
 * Gives the entry of the history that this document was opened at a key of its own, before a router reads it. Without one
 * the router calls the first page of every document the same, and shows it scrolled to where the last such page was left.
 * An entry that is reloaded or gone back to keeps its key, and so its place.
 */
export function nameHistoryEntry(): void {
  const state: unknown = window.history.state
  const parts = typeof state === 'object' ? state : null
  if (parts !== null && 'key' in parts) return
  window.history.replaceState({ ...parts, key: Math.random().toString(36).slice(2) }, '')
}
