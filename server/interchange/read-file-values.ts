import { createReadStream } from 'node:fs'
import { describeReadFailure } from './describe-read-failure.ts'
import { gunzipChunks } from './gunzip-chunks.ts'
import type { ImportProblem } from './import-problem.ts'
import { parseJson } from './parse-json.ts'
import { type InputLine, readLines } from './read-lines.ts'

/** One JSON value of a file, or why it could not be read. `line` counts from 1; null where the whole file is meant. */
export type FileValue =
  | { readonly line: number | null; readonly value: unknown }
  | { readonly line: number | null; readonly problem: ImportProblem }

export interface InputLimits {
  /** Longest line of JSON lines, in bytes. */
  readonly lineBytes: number
  /** Largest JSON document that is one value, in bytes: it is held in memory whole. */
  readonly documentBytes: number
}

export const defaultInputLimits: InputLimits = { lineBytes: 64 * 2 ** 20, documentBytes: 256 * 2 ** 20 }

/**
 * The JSON values of one file: each line of JSON lines, or the one value of a document that spans lines. A file is JSON
 * lines where its name ends in .jsonl or .ndjson, or its first line is a whole value, or its second line opens another.
 * Gzip is known by its first bytes. UTF-8 with or without a byte order mark, LF or CRLF.
 */
export async function* readFileValues(path: string, limits = defaultInputLimits): AsyncGenerator<FileValue> {
  const isNamedLines = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu.test(path)
  const firstLimit = isNamedLines ? limits.lineBytes : limits.documentBytes
  const lines = readLines(unpack(createReadStream(path)), firstLimit)

  try {
    const first = await next(lines)
    if (first === null) {
      yield { line: null, problem: { path: '', reason: 'is empty', remedy: 'Give a file with at least one record.' } }
      return
    }
    const second = await next(lines)
    const all = chain(second === null ? [first] : [first, second], lines)
    yield* isNamedLines || looksLikeLines(first, second) ? lineValues(all, limits) : documentValues(all, limits)
  } finally {
    // Whoever stops early leaves no file open.
    await lines.return(undefined)
  }
}

async function next(lines: AsyncGenerator<InputLine>): Promise<InputLine | null> {
  const result = await lines.next()
  return result.done === true ? null : result.value
}

async function* chain(head: readonly InputLine[], tail: AsyncGenerator<InputLine>): AsyncGenerator<InputLine> {
  yield* head
  yield* tail
}

function looksLikeLines(first: InputLine, second: InputLine | null): boolean {
  if (first.kind !== 'line') return false
  if ('value' in parseJson(first.bytes)) return true
  return opensObject(first) && second !== null && opensObject(second)
}

function opensObject(line: InputLine): boolean {
  return line.kind === 'line' && /^\uFEFF?\{/u.test(line.bytes.toString('utf8', 0, 8))
}

async function* lineValues(lines: AsyncIterable<InputLine>, limits: InputLimits): AsyncGenerator<FileValue> {
  for await (const line of lines) {
    if (line.kind === 'line' && line.bytes.length <= limits.lineBytes)
      yield { line: line.number, ...parseJson(line.bytes) }
    else if (line.kind === 'failure') yield { line: line.number, problem: describeReadFailure(line.error) }
    else yield { line: line.number, problem: tooLarge('A line', limits.lineBytes) }
  }
}

async function* documentValues(lines: AsyncIterable<InputLine>, limits: InputLimits): AsyncGenerator<FileValue> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const line of lines) {
    if (line.kind === 'failure') {
      yield { line: null, problem: describeReadFailure(line.error) }
      return
    }
    size += line.kind === 'line' ? line.bytes.length + 1 : limits.documentBytes
    if (line.kind === 'too-long' || size > limits.documentBytes) {
      yield { line: null, problem: tooLarge('A document', limits.documentBytes) }
      return
    }
    pieces.push(line.bytes, newline)
  }
  yield { line: null, ...parseJson(Buffer.concat(pieces)) }
}

const newline = Buffer.from('\n')

function tooLarge(what: string, limitBytes: number): ImportProblem {
  const limit = limitBytes >= 2 ** 20 ? `${limitBytes / 2 ** 20} MiB` : `${limitBytes} bytes`
  return {
    path: '',
    reason: `is too large: ${what.toLowerCase()} may have ${limit}`,
    remedy: 'Write one record to a line (JSON lines), without the results section if need be.',
  }
}

async function* unpack(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    const first = await iterator.next()
    if (first.done === true) return
    const rest = { [Symbol.asyncIterator]: () => iterator }
    const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b
    yield* isGzip ? gunzipChunks(prepend(first.value, rest)) : prepend(first.value, rest)
  } finally {
    await iterator.return?.()
  }
}

async function* prepend(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* rest
}
