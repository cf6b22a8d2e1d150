/** A document for a jsonb column; null where it would hold nothing, so that nothing is read or stored. */
export function documentOf(content: Readonly<Record<string, unknown>> | readonly unknown[]): string | null {
  return Object.keys(content).length === 0 ? null : JSON.stringify(content)
}
