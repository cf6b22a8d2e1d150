import type { ImportProblem } from './import-problem.ts'

/**
 * Reads the fields of one JSON object. A missing field, `null` and blank text are `null`; a field of the wrong type
 * is `null` too and adds a problem, so one pass finds everything that is wrong. Unknown fields are not looked at.
 */
export interface FieldReader {
  readonly path: string
  text(name: string): string | null
  requiredText(name: string): string
  number(name: string): number | null
  boolean(name: string): boolean | null
  /** One of the listed words; any other word is a problem. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | null
  /** The object in the field; an absent one reads as an object without fields. */
  child(name: string): FieldReader
  has(name: string): boolean
  children(name: string): readonly FieldReader[]
  texts(name: string): readonly string[]
  problem(name: string, reason: string, remedy: string): void
}

export function readFields(value: unknown, path: string, problems: ImportProblem[]): FieldReader {
  const fields = isObject(value) ? value : {}
  if (!isObject(value) && value !== undefined && value !== null) report(path, value, 'an object')

  function report(at: string, found: unknown, expected: string): void {
    problems.push({
      path: at,
      reason: `is ${show(found)}, not ${expected}`,
      remedy: `Give ${expected} or leave it out.`,
    })
  }
  const at = (name: string) => (path === '' ? name : `${path}.${name}`)

  function typed<Value>(name: string, expected: string, accepts: (found: unknown) => found is Value): Value | null {
    const found = fields[name]
    if (found === undefined || found === null) return null
    if (accepts(found)) return found
    report(at(name), found, expected)
    return null
  }
  function list(name: string): readonly unknown[] {
    return typed(name, 'a list', Array.isArray) ?? []
  }
  const reader: FieldReader = {
    path,
    text: (name) => nonBlank(typed(name, 'text without broken characters', isCleanText)),
    requiredText: (name) => {
      const problemsBefore = problems.length
      const found = reader.text(name)
      if (found === null && problems.length === problemsBefore) {
        reader.problem(name, 'is missing', 'Every trial needs it: get the record again from its source.')
      }
      return found ?? ''
    },
    number: (name) => typed(name, 'a number', isNumber),
    boolean: (name) => typed(name, 'true or false', isBoolean),
    oneOf: (name, words) => {
      const found = typed(name, 'text', isText)
      if (found === null) return null
      const word = words.find((known) => known === found)
      if (word === undefined) report(at(name), found, `one of ${words.join(', ')}`)
      return word ?? null
    },
    child: (name) => readFields(fields[name], at(name), problems),
    has: (name) => fields[name] !== undefined && fields[name] !== null,
    children: (name) => list(name).map((entry, index) => readFields(entry, `${at(name)}[${index}]`, problems)),
    texts: (name) =>
      list(name).flatMap((entry, index) => {
        if (isCleanText(entry)) return entry.trim() === '' ? [] : [entry]
        report(`${at(name)}[${index}]`, entry, 'text without broken characters')
        return []
      }),
    problem: (name, reason, remedy) => {
      problems.push({ path: at(name), reason, remedy })
    },
  }
  return reader
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** A NUL or half of a surrogate pair is no character of any language, and no database takes it. */
function isCleanText(value: unknown): value is string {
  return isText(value) && !value.includes('\u0000') && value.isWellFormed()
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean'
}

function nonBlank(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const shown = JSON.stringify(value) ?? String(value)
  return shown.length > 80 ? `${shown.slice(0, 80)}…` : shown
}
