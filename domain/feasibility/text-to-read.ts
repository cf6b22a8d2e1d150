/** How much of a protocol only a person can read, as the end of a sentence; null where all of it has rules. */
export function textToRead(criteria: readonly { readonly ruleText: string | null }[]): string | null {
  const count = criteria.filter(({ ruleText }) => ruleText === null).length
  if (count === 0) return null
  return `${count} of ${criteria.length} criteria ${count === 1 ? 'is' : 'are'} text, which stops nobody until it is read`
}
