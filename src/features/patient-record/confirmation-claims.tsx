import { useContext } from 'react'
import { recordedInstead } from '#domain/eligibility/finding-menu.ts'
import { OpenAdditionContext } from './open-addition.ts'

type ConfirmationClaimsProps = {
  /** Of the item that the form is for. */
  readonly itemKey: string
  /** In words; empty where nothing that trials ask for would be denied. */
  readonly absent: readonly string[]
  /** In words, with the day of the last record. */
  readonly goingOn: readonly string[]
}

/**
 * All that one click would say of a patient, before the click: nobody confirms unseen what is not there, or what still
 * goes on. Whoever knows that something of it is not so records that instead.
 */
export function ConfirmationClaims({ itemKey, absent, goingOn }: ConfirmationClaimsProps) {
  const openAddition = useContext(OpenAdditionContext)
  const addition = recordedInstead(itemKey)
  if (addition === null) return null
  return (
    <div className="app-claims">
      <Claims introduction="Confirming says that these are absent, not only not recorded:" claims={absent} />
      <Claims introduction="Confirming says that these still go on as recorded:" claims={goingOn} />
      <button type="button" className="app-link-button" onClick={() => openAddition(addition)}>
        If anything is otherwise, record it instead
      </button>
    </div>
  )
}

type ClaimsProps = {
  readonly introduction: string
  readonly claims: readonly string[]
}

function Claims({ introduction, claims }: ClaimsProps) {
  if (claims.length === 0) return null
  return (
    <>
      <p>{introduction}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </>
  )
}
