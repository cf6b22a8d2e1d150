/** A line of a file, numbered from 1; or where and why reading it came to an end too early. */
export type InputLine =
  | { readonly kind: 'line'; readonly number: number; readonly bytes: Buffer }
  | { readonly kind: 'too-long'; readonly number: number }
  | { readonly kind: 'failure'; readonly number: number; readonly error: unknown }

/**
 * Cuts bytes into lines at LF (a CR before it stays on the line), blank lines left out. Holds no more than one line and
 * one chunk in memory; a longer line is passed over. After a failure nothing follows, nor is the half line yielded.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>, maximumBytes: number): AsyncGenerator<InputLine> {
  let number = 1
  let pieces: Buffer[] = []
  let size = 0
  const keep = (piece: Buffer) => {
    size += piece.length
    if (size > maximumBytes) pieces = []
    else pieces.push(piece)
  }
  const finish = (): InputLine[] => {
    const bytes = Buffer.concat(pieces)
    const line: InputLine = size > maximumBytes ? { kind: 'too-long', number } : { kind: 'line', number, bytes }
    pieces = []
    size = 0
    number += 1
    return line.kind === 'line' && isBlank(bytes) ? [] : [line]
  }
  try {
    for await (const chunk of chunks) {
      let start = 0
      for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
        keep(chunk.subarray(start, end))
        yield* finish()
        start = end + 1
      }
      keep(chunk.subarray(start))
    }
    if (size > 0) yield* finish()
  } catch (error) {
    yield { kind: 'failure', number, error }
  }
}

const lineFeed = 0x0a
const blanks = new Set([0x20, 0x09, 0x0d])

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => blanks.has(byte))
}
