import * as v from 'valibot'

/** What the box for free text takes, as the API does. */
export const longestText = 100

const state = v.object({ soughtText: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestText)) })

/**
 * The free text about a person that belongs to a page of history, or null. It is kept in the state of the history entry
 * and nowhere else, so that going back brings it back and no address, log or sent link ever holds it.
 */
export function soughtText(historyState: unknown): string | null {
  const parsed = v.safeParse(state, historyState)
  return parsed.success ? parsed.output.soughtText : null
}

/** The state to navigate with. */
export function withSoughtText(text: string | null): { soughtText: string } | null {
  const trimmed = text?.trim().slice(0, longestText) ?? ''
  return trimmed === '' ? null : { soughtText: trimmed }
}
