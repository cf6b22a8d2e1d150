type ClaimsOfAbsenceProps = {
  /** In words; empty where the form confirms nothing. */
  readonly claims: readonly string[]
}

/** All that one click would claim of a patient, before the click: nobody confirms unseen what is not there. */
export function ClaimsOfAbsence({ claims }: ClaimsOfAbsenceProps) {
  if (claims.length === 0) return null
  return (
    <div className="app-claims">
      <p>Confirming says that these are absent, not only not recorded. If one is there, record it instead.</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </div>
  )
}
