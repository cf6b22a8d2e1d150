import { countText } from './counts.ts'

/** The first three, which decide most, and how many there are beside them: `a, b, c and 10 more`. */
export function firstFew(items: readonly string[], separator: string): string {
  const rest = items.length - mostNamed
  const named = items.slice(0, mostNamed).join(separator)
  return rest > 0 ? `${named} and ${countText(rest)} more` : named
}

export const mostNamed = 3
