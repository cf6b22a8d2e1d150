/** "A", "A or B", "A, B or C". */
export function listed(words: readonly (string | number)[], last: 'and' | 'or'): string {
  const [end = '', ...rest] = words.toReversed()
  return rest.length === 0 ? String(end) : `${rest.toReversed().join(', ')} ${last} ${end}`
}
