/** What an answer must never tell: where the program lies, how it got there, and what it asked the database. */
const signs: readonly RegExp[] = [
  /\n\s+at /,
  /node_modules|file:\/\/\/?[a-z]/i,
  /(?:^|[\s"'(])\/(?:[\w.-]+\/)+[\w.-]+\.(?:ts|js|mjs|cjs|json|yaml|sql)\b/,
  /\.ts:\d/,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError|DatabaseError|ECONN[A-Z]+)\b/,
  /relation "|syntax error|violates .* constraint|invalid input syntax/i,
  /\bselect\b.*\bfrom\b.*\bwhere\b/i,
  /argon2|password_hash|session_hash|token_hash/,
]

/** The first sign of the inside in the text of an answer; null for none. What the sender sent is not ours to tell. */
export function insideTold(answer: string, sent = ''): string | null {
  for (const sign of signs) {
    const found = sign.exec(answer)?.[0]
    if (found !== undefined && !sent.includes(found.trim())) return found
  }
  return null
}
