import { useState } from 'react'

/** About six lines on a phone. */
const longestWhole = 220

/**
 * Text of any length. On a narrow screen a long one shows its first lines and a button for the whole, so that a list of
 * such texts can still be looked through; on a wide screen, in print and for a screen reader it is always whole.
 */
export function LongText({ text }: { readonly text: string }) {
  const [isWhole, setIsWhole] = useState(false)
  if (text.length <= longestWhole) return text
  return (
    <div>
      <div className={isWhole ? undefined : 'app-long-text'}>{text}</div>
      <button
        type="button"
        className="app-link-button app-long-text__toggle"
        aria-expanded={isWhole}
        onClick={() => setIsWhole(!isWhole)}
      >
        {isWhole ? 'Show the first lines only' : 'Show whole text'}
      </button>
    </div>
  )
}
