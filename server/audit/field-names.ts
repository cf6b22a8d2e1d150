const mostNames = 60

/**
 * The names of what a request sends, sorted, those inside an object with its name in front: "filters.text". The values
 * stay out: they may say who somebody is or what somebody has. Only for requests that the contract has let through,
 * whose names are the contract's own.
 */
export function fieldNames(...parts: readonly unknown[]): string[] {
  const names = parts.flatMap((part) =>
    entriesOf(part).flatMap(([name, value]) => {
      const inner = entriesOf(value).map(([innerName]) => `${name}.${innerName}`)
      return inner.length > 0 ? inner : [name]
    }),
  )
  return [...new Set(names)].sort().slice(0, mostNames)
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
}
