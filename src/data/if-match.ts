/** The `if-match` header for a change made from this version of what is stored, for example 3 is `"3"`. */
export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"${version}"` }
}
