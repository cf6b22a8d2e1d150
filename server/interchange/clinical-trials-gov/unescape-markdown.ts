/**
 * The wording that the registry shows. Its API delivers text as markdown, with a backslash before signs that markdown
 * would read as layout. Only these backslashes go, no word is touched. Example: `Platelets \>= 100 x 10\^9/L` → `Platelets >= 100 x 10^9/L`.
 */
export function unescapeMarkdown(text: string): string {
  return text.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
}
