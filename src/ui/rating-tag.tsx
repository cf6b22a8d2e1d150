import type { components } from '#api/schema.ts'
import { ratioInWords } from '#domain/recruitment/recruitment-sentence.ts'
import type { TagColour } from '#domain/referral/referral-status.ts'
import { Tag } from './tag.tsx'

type Rating = components['schemas']['Rating']

/** How recruitment stands against its plan: a shape and a colour word, the ratio, and what it means. */
export function RatingTag({ rating: { colour, ratio, words } }: { readonly rating: Rating }) {
  if (colour === 'none') return <span>{words}</span>
  const { label, tagColour, shape } = ratingWords[colour]
  return (
    <span>
      <Tag colour={tagColour}>
        <span aria-hidden="true">{shape}</span> {label}
      </Tag>{' '}
      {ratio === null ? null : <span className="app-nowrap">{ratioInWords(ratio)}</span>} {words}
    </span>
  )
}

/** The words for each rating, also for filters. */
export const ratingWords: Readonly<
  Record<Exclude<Rating['colour'], 'none'>, { label: string; tagColour: TagColour; shape: string }>
> = {
  green: { label: 'Green', tagColour: 'green', shape: '●' },
  amber: { label: 'Amber', tagColour: 'yellow', shape: '▲' },
  red: { label: 'Red', tagColour: 'red', shape: '◆' },
}
