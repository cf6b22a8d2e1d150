/**
 * How the text PostgreSQL sends becomes a JavaScript value, for the types on which the two drivers disagree. Keyed by
 * type OID. Used by both, so that a query answers alike on PGlite and on a server:
 * - date (1082): the calendar date 'YYYY-MM-DD', never an instant in some time zone;
 * - int8 (20), which is also the type of count(*): a number;
 * - interval (1186): the text, in ISO 8601 by {@link sessionSettings};
 * - numeric (1700): the text, since a number would round it.
 */
export const columnParsers = {
  20: parseInt8,
  1082: asText,
  1186: asText,
  1700: asText,
}

/** The same for arrays of those types. The OID of the array comes first, then the OID of its elements. */
export const arrayElementTypes = [
  [1016, 20],
  [1182, 1082],
  [1187, 1186],
  [1231, 1700],
] as const

/** Session settings that change how values read as text; a server's own defaults must not. */
export const sessionSettings = { timezone: 'UTC', datestyle: 'ISO', intervalstyle: 'iso_8601' } as const

/**
 * Parses PostgreSQL's text form of an array whose elements hold no comma, brace or backslash, as those of the types
 * above do not. Arrays nest, and a null element stays null.
 *
 * @example parseArrayText('{1,NULL}', Number) // [1, null]
 */
export function parseArrayText(text: string, parse: (element: string) => unknown): unknown {
  const json = text
    .replaceAll(/"[^"]*"|[^{},]+/g, (element) => (element === 'NULL' ? 'null' : JSON.stringify(unquoted(element))))
    .replaceAll('{', '[')
    .replaceAll('}', ']')
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? parse(value) : value))
}

function unquoted(element: string): string {
  return element.startsWith('"') ? element.slice(1, -1) : element
}

/** @throws RangeError above 2^53 - 1, where a JavaScript number would silently become another number */
function parseInt8(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new RangeError(
    `The database returned ${text}, which a JavaScript number cannot hold exactly; select it as text (::text).`,
  )
}

function asText(text: string): string {
  return text
}
