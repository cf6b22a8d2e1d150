/** How much of a protocol asks one cohort otherwise than another, as part of a sentence; null where nothing does. */
export function byCohort(criteria: readonly { readonly isByCohort: boolean }[]): string | null {
  const count = criteria.filter(({ isByCohort }) => isByCohort).length
  if (count === 0) return null
  return `${count} of ${criteria.length} criteria ${count === 1 ? 'differs' : 'differ'} by cohort, which stops nobody here`
}
