/** A code word of a registry as text: `DIAGNOSTIC_TEST` is "Diagnostic test". Anything else is left as it is. */
export function codeWords(code: string): string {
  if (!/^[A-Z][A-Z0-9_]+$/.test(code)) return code
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
