import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describeReadFailure } from './describe-read-failure.ts'
import type { ImportProblem } from './import-problem.ts'
import { defaultInputLimits, type InputLimits, readFileValues } from './read-file-values.ts'

/** Where in the input something stands. */
export interface InputPlace {
  /** The file, as reached from the path that was given. */
  readonly source: string
  /** Counted from 1; null where the file is one document. */
  readonly line: number | null
  /** Position in a list, counted from 0; null where the value is not in one. */
  readonly index: number | null
}

export type InputEntry =
  | { readonly kind: 'value'; readonly place: InputPlace; readonly value: unknown }
  | { readonly kind: 'problem'; readonly place: InputPlace; readonly problem: ImportProblem }
  /** A file in a directory whose name is not that of JSON; nothing was read from it. */
  | { readonly kind: 'skipped'; readonly place: InputPlace }

/**
 * Every record in a file or directory: one object, a list, `{ studies: [] }`, JSON lines, each also gzipped. Directories
 * are read with everything under them, sorted by name. A broken line, record or file is yielded as a problem and the
 * next one follows; nothing is thrown. JSON lines need memory for one line, other documents for one document.
 */
export async function* readInput(path: string, limits: InputLimits = defaultInputLimits): AsyncGenerator<InputEntry> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) yield* readDirectory(path, limits)
    else yield* readFile(path, limits)
  } catch (error) {
    yield { kind: 'problem', place: { source: path, line: null, index: null }, problem: describeReadFailure(error) }
  }
}

async function* readDirectory(directory: string, limits: InputLimits): AsyncGenerator<InputEntry> {
  const entries = await readdir(directory, { withFileTypes: true })
  const names = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of names) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) yield* readInput(path, limits)
    else if (/\.(?:json|jsonl|ndjson)(?:\.gz)?$/iu.test(entry.name)) yield* readInput(path, limits)
    else yield { kind: 'skipped', place: { source: path, line: null, index: null } }
  }
}

async function* readFile(source: string, limits: InputLimits): AsyncGenerator<InputEntry> {
  for await (const found of readFileValues(source, limits)) {
    const place: InputPlace = { source, line: found.line, index: null }
    if ('problem' in found) {
      yield { kind: 'problem', place, problem: found.problem }
      continue
    }
    const list = listOfRecords(found.value)
    if (list === null) yield { kind: 'value', place, value: found.value }
    else for (const [index, value] of list.entries()) yield { kind: 'value', place: { ...place, index }, value }
  }
}

/** The records in a list or in a page of the registry's API; null where the value is one record itself. */
function listOfRecords(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null || !('studies' in value)) return null
  return Array.isArray(value.studies) ? value.studies : null
}
