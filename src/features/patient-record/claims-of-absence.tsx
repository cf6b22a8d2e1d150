import { useContext } from 'react'
import { recordedInstead } from '#domain/eligibility/finding-menu.ts'
import { OpenAdditionContext } from './open-addition.ts'

type ClaimsOfAbsenceProps = {
  /** Of the item that the form is for. */
  readonly itemKey: string
  /** In words; empty where nothing that trials ask for would be denied. */
  readonly claims: readonly string[]
}

/**
 * All that one click would claim of a patient, before the click: nobody confirms unseen what is not there. Whoever knows
 * of something that is there records that instead.
 */
export function ClaimsOfAbsence({ itemKey, claims }: ClaimsOfAbsenceProps) {
  const openAddition = useContext(OpenAdditionContext)
  const addition = recordedInstead(itemKey)
  if (addition === null) return null
  return (
    <div className="app-claims">
      {claims.length === 0 ? null : (
        <>
          <p>Confirming says that these are absent, not only not recorded:</p>
          <ul>
            {claims.map((claim) => (
              <li key={claim}>{claim}</li>
            ))}
          </ul>
        </>
      )}
      <button type="button" className="app-link-button" onClick={() => openAddition(addition)}>
        If one is there, record it instead
      </button>
    </div>
  )
}
