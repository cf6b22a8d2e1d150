import type { ImportProblem } from './import-problem.ts'

export type JsonParse = { readonly value: unknown } | { readonly problem: ImportProblem }

/** The JSON value in UTF-8 bytes, a byte order mark allowed; or what is wrong with it. */
export function parseJson(bytes: Buffer): JsonParse {
  const text = decode(bytes)
  if (text === null) return { problem: whole('is not UTF-8 text', 'Save the file as UTF-8.') }
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { problem: whole(`is broken JSON: ${detail}`, 'Get the record again; every line or file must be complete.') }
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function whole(reason: string, remedy: string): ImportProblem {
  return { path: '', reason, remedy }
}
