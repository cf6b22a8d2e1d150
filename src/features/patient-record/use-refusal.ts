import { useState } from 'react'
import type { Refused } from './post-patient-item.ts'

/** Why what this form sent was refused, and what is wrong with each field; null while nothing is. */
export function useRefusal<Result extends { readonly kind: string }>({ data }: { readonly data: Result | undefined }) {
  // An answer that was there when the form opened belongs to another form.
  const [before] = useState(data)
  const refused = data !== undefined && data !== before && isRefusal(data) ? data : null
  return { refused, errorOf: (name: string) => refused?.faults.find(({ field }) => field === name)?.message }
}

function isRefusal<Result extends { readonly kind: string }>(result: Result): result is Result & Refused {
  return result.kind === 'refused'
}
