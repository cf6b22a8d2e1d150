import { createContext } from 'react'
import type { FindingSortName } from '#domain/eligibility/finding-menu.ts'

/** The form for something that is not on the record yet; of a finding its sort, where that is known. */
export type Addition =
  | { readonly kind: 'treatment' }
  | { readonly kind: 'finding'; readonly sort: FindingSortName | null }

/** Opens such a form from elsewhere on the page of the patient, and puts the focus into it. */
export const OpenAdditionContext = createContext<(addition: Addition) => void>(() => {})
