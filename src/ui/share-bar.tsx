/** A share from 0 to 1 drawn under the number that it repeats; null is hatched, because empty would read as nobody. */
export function ShareBar({ share }: { readonly share: number | null }) {
  if (share === null) return <div className="app-bar app-bar--suppressed" aria-hidden="true" />
  return (
    <div className="app-bar" aria-hidden="true">
      <div className="app-bar__fill" style={{ inlineSize: `${share * 100}%` }} />
    </div>
  )
}
