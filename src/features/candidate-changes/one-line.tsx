import { useState } from 'react'

/** So much fits on a line of the list at any width at which the lines stand side by side. */
const longestWhole = 42

type OneLineProps = {
  readonly text: string
  /** What tells its button from those of other lines. */
  readonly about: string
}

/** A reason on one line, and the way to the whole of it where it is longer. A screen reader always reads the whole. */
export function OneLine({ text, about }: OneLineProps) {
  const [isWhole, setIsWhole] = useState(false)
  if (text.length <= longestWhole) return <span>{text}</span>
  return (
    <span className="app-one-line">
      <span className={isWhole ? undefined : 'app-one-line__cut'}>{text}</span>
      <button
        type="button"
        className="app-link-button app-print-hidden"
        aria-expanded={isWhole}
        onClick={() => setIsWhole(!isWhole)}
      >
        {isWhole ? 'less' : 'more'}
        <span className="nhsuk-u-visually-hidden">: {about}</span>
      </button>
    </span>
  )
}
