/** The sort of an item and what it is about: "lab:platelets" → "lab" and "platelets", "sex" → "sex" and "". */
export function splitItemKey(key: string): readonly [sort: string, subject: string] {
  const at = key.indexOf(':')
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
}
