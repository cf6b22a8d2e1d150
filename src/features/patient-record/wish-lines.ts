import type { components } from '#api/schema.ts'
import { wishSentence } from '#domain/patient-wishes/wish-sentences.ts'

type ResearchWish = components['schemas']['ResearchWish']

/** "Does not want to hear about research since 12-Nov-2026, review 12-Nov-2027 (due)". */
export function researchWishLine(wish: ResearchWish): string {
  return `${wishSentence(wish, wish.trial?.title ?? null)}${wish.isReviewDue ? ' (due: ask the patient again)' : ''}`
}
