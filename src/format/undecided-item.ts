/**
 * The key of an item that leaves trials undecided, in words: "lab:platelets" → "Platelets". Made from the key alone,
 * because the worklist is the first page that is downloaded and the table of names is not small.
 */
export function undecidedItemText(key: string): string {
  const [kind = '', ...rest] = key.split(':')
  const name = rest.join(':')
  if (name === '') return words(kind)
  switch (kind) {
    case 'lab':
    case 'observation':
    case 'score':
      return /^[a-z]{2,4}$/u.test(name) ? name.toUpperCase() : words(name)
    case 'ps':
      return `${name} performance status`
    case 'biomarker':
      return name
    case 'assertion':
      return `Confirm: ${name.replaceAll('-', ' ')}`
    default:
      return `${words(kind)}: ${name.replaceAll('-', ' ')}`
  }
}

function words(code: string): string {
  return code.charAt(0).toUpperCase() + code.slice(1).replaceAll('-', ' ')
}
