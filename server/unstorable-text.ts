/**
 * The places, as lists of names, of text that PostgreSQL does not store: a null character, or half a surrogate pair. Both
 * are valid JSON. Does not recurse, so that no depth of nesting can harm it.
 */
export function unstorableText(value: unknown): readonly (readonly string[])[] {
  const found: (readonly string[])[] = []
  const open: Place[] = [{ value, name: '', parent: null }]
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value: inside } = place
    if (typeof inside === 'string') {
      if (inside.includes('\0') || !inside.isWellFormed()) found.push(pathTo(place))
    } else if (typeof inside === 'object' && inside !== null) {
      for (const [name, part] of Object.entries(inside)) open.push({ value: part, name, parent: place })
    }
  }
  return found
}

interface Place {
  readonly value: unknown
  readonly name: string
  readonly parent: Place | null
}

function pathTo(place: Place): readonly string[] {
  const names: string[] = []
  for (let at = place; at.parent !== null; at = at.parent) names.push(at.name)
  return names.reverse()
}
