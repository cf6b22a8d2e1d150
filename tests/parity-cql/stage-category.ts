/** "Stage pT2", "ypN1a" and "T2" are one category, however it was found. */
export function plainCategory(category: string): string {
  return category
    .trim()
    .replace(/^stage\s*/iu, '')
    .replace(/^[a-z]+(?=[TNM]\d)/u, '')
    .toUpperCase()
}

/** The category and every coarser one that it is part of: IIIC1 is part of IIIC, and that of III. */
export function coarserCategories(category: string): readonly string[] {
  const parts = /^(0|IV|I{1,3}|[TNM](?:\d|IS))([A-E]|MI)?(\d)?$/u.exec(category)
  if (parts === null) return [category]
  const [, whole = '', letter = '', digit = ''] = parts
  return [...new Set([whole + letter + digit, whole + letter, whole])]
}

/** TX, NX and MX, and a group "X", say that nobody assessed it. */
export function isAssessed(category: string): boolean {
  return category !== '' && !category.endsWith('X')
}
