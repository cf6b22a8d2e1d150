import type { components } from '#api/schema.ts'
import { ratingWords } from '../../ui/rating-tag.tsx'

/** The word for a rating in filters; most trials without one have no agreed UK target. */
export function ratingLabel(rating: components['schemas']['Rating']['colour']): string {
  return rating === 'none' ? 'Not rated' : ratingWords[rating].label
}
