/** Text of a registry with its own paragraphs kept. It is drawn as text, never as markup. */
export function Paragraphs({ text }: { readonly text: string }) {
  const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return parts.map((part) => <p key={part}>{part}</p>)
}
