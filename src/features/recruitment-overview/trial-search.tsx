import { useState } from 'react'
import { TextField } from '../../ui/fields/text-field.tsx'

type TrialSearchProps = { readonly text: string; readonly onSearch: (text: string) => void }

/** Searches when it is asked to, not at every letter, so that going back in the browser stays useful. */
export function TrialSearch({ text, onSearch }: TrialSearchProps) {
  const [typed, setTyped] = useState(text)
  const [searched, setSearched] = useState(text)
  // Taken away from outside, by its chip or by going back.
  if (text !== searched) {
    setSearched(text)
    setTyped(text)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim())
      }}
    >
      <TextField
        label="Trial"
        name="text"
        type="search"
        hint="Title, number or cancer type"
        autoComplete="off"
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="nhsuk-button nhsuk-button--secondary app-button-small">
        Search
      </button>
    </form>
  )
}
