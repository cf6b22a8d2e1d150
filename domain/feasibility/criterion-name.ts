const longestName = 80

/** A criterion in a sentence: the protocol's own wording, cut at a word where it is long. */
export function criterionName({ text }: { readonly text: string }): string {
  if (text.length <= longestName) return text.replace(/[.;]$/u, '')
  return `${text.slice(0, longestName).replace(/\s+\S*$/u, '')} …`
}
