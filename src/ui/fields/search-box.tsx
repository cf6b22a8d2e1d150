import { useState } from 'react'
import { TextField } from './text-field.tsx'

type SearchBoxProps = {
  readonly label: string
  /** What may be typed. */
  readonly hint?: string
  /** What is sought now. */
  readonly text: string
  readonly maxLength: number
  /** Called with the text, empty to seek nothing. The form is never sent by itself: its text would stand in an address. */
  readonly onSeek: (text: string) => void
}

/** Free text and the button that seeks it. What is sought now takes the place of what was typed before it. */
export function SearchBox({ label, hint, text, maxLength, onSeek }: SearchBoxProps) {
  const [typed, setTyped] = useState(text)
  const [sought, setSought] = useState(text)
  if (sought !== text) {
    setSought(text)
    setTyped(text)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSeek(typed.trim())
      }}
    >
      <TextField
        label={label}
        name="text"
        type="search"
        {...(hint === undefined ? {} : { hint })}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary app-button-small">
        Search
      </button>
    </form>
  )
}
