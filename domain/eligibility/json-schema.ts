/** A JSON Schema, draft 2020-12, as plain JSON. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}
