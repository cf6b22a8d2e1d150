/** The `if-match` header for a change made from this version of a referral, for example 3 is `"3"`. */
export function ifMatch(version: number): { 'if-match': string } {
  return { 'if-match': `"${version}"` }
}
