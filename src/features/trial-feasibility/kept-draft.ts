import * as v from 'valibot'
import { identifyingText } from '#domain/disclosure/identifying-text.ts'
import type { Draft } from './draft.ts'

/** Whose draft it is and what it started from; null for an empty one. */
export type DraftOwner = { readonly accountId: string; readonly from: string | null }

const text = v.string()
const criterion = v.object({
  ...{ key: v.number(), text, rule: text, appliesTo: v.array(text) },
  kind: v.picklist(['inclusion', 'exclusion', 'notStated']),
  class: v.picklist(['hard', 'correctable', 'washout', 'timeLimited', 'judgement', 'gate', 'advisory']),
})
const kept = v.object({
  draftTrial: v.object({
    accountId: text,
    from: v.nullable(text),
    draft: v.object({
      ...{ title: text, cohorts: text, closedCohorts: text, places: text },
      ...{ cancerTypeIds: v.array(text), isBasket: v.boolean(), criteria: v.array(criterion) },
    }),
  }),
})

/**
 * A draft is kept with the entry of its page in the history of one tab: it is there when the page is loaded again or gone
 * back to, is gone with the tab, and is shown to nobody else who signs in there. Shared stores of the browser are not used.
 */
export function readKeptDraft({ accountId, from }: DraftOwner): Draft | null {
  const read = v.safeParse(kept, window.history.state)
  if (!read.success) return null
  const { draftTrial } = read.output
  return draftTrial.accountId === accountId && draftTrial.from === from ? draftTrial.draft : null
}

/** Null forgets it. What the browser refuses to keep, because it is too large or changes too fast, is just not kept. */
export function keepDraft(owner: DraftOwner, draft: Draft | null): void {
  const { draftTrial: _, ...others } = { ...window.history.state }
  try {
    window.history.replaceState(draft === null ? others : { ...others, draftTrial: { ...owner, draft } }, '')
  } catch {
    // The draft stays on the page, and the next change is kept again.
  }
}

/** A draft is about a trial. One that holds what identifies somebody is not kept. */
export function namesSomebody(draft: Draft): boolean {
  const texts = [draft.title, draft.cohorts, draft.closedCohorts, ...draft.criteria.map(({ text: words }) => words)]
  return texts.some((words) => identifyingText(words, null).length > 0)
}
