import type { components } from '#api/schema.ts'

export type VerdictMarkKind = 'met' | 'notMet' | 'contradictory' | 'notKnown' | 'toRead'

/** A verdict that was shared long ago may have a reason that is not given any more. */
type Found = Pick<components['schemas']['SharedVerdict'], 'verdict' | 'reason'>

/** The mark of a criterion: an open verdict on a text without a rule is for a person to read. */
export function markOf({ verdict, reason }: Found): VerdictMarkKind {
  if (verdict !== 'unknown') return verdict
  return reason === 'toRead' || reason === 'contradictory' ? reason : 'notKnown'
}

type Judged = Found & Pick<components['schemas']['SharedVerdict'], 'override'>

/** The mark that counts: a clinician's where it stands. One that has to be reviewed leaves the criterion open. */
export function countedMarkOf(criterion: Judged): VerdictMarkKind {
  const { override, verdict } = criterion
  if (override === null || override.state === 'void' || override.verdict === verdict) return markOf(criterion)
  return override.state === 'active' ? override.verdict : 'notKnown'
}

/** A shape and a word for a verdict, so that it reads without colour and in print. */
export function VerdictMark({ mark }: { readonly mark: VerdictMarkKind }) {
  const { word, shape } = marks[mark]
  return (
    <span className={`app-verdict app-verdict--${mark}`}>
      <svg
        className="app-verdict__shape"
        viewBox="0 0 24 24"
        width="24"
        height="24"
        aria-hidden="true"
        focusable="false"
      >
        <path d={shape} />
      </svg>
      {word}
    </span>
  )
}

const marks: Readonly<Record<VerdictMarkKind, { word: string; shape: string }>> = {
  // tick
  met: { word: 'Met', shape: 'M4 13l5 5L20 6' },
  // cross
  notMet: { word: 'Not met', shape: 'M5 5l14 14M19 5L5 19' },
  // two arrows against each other: records that cannot both count
  contradictory: { word: 'Contradiction', shape: 'M2 12h8M7 8l4 4-4 4M22 12h-8M17 8l-4 4 4 4' },
  // open circle with a bar: an answer is missing
  notKnown: { word: 'Not known', shape: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8' },
  // a page of text
  toRead: { word: 'To read', shape: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4' },
}
