import { finished } from 'node:stream'
import { createGunzip } from 'node:zlib'

/**
 * Unpacks gzip piece by piece. Of a file that is cut short or damaged, everything before the damage is yielded, then
 * the error is thrown. (Iterating the stream itself would throw away what it had buffered.)
 */
export async function* gunzipChunks(compressed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const ready: Buffer[] = []
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk))
  const end = new Promise<Error | null>((resolve) => {
    finished(gunzip, (error) => resolve(error ?? null))
  })
  try {
    for await (const chunk of compressed) {
      const written = new Promise<null>((resolve) => {
        gunzip.write(chunk, () => resolve(null))
      })
      // Damaged data ends the stream without ever calling back for the chunk that held it.
      const error = await Promise.race([written, end])
      yield* ready.splice(0)
      if (error !== null) throw error
    }
    gunzip.end()
    const error = await end
    yield* ready.splice(0)
    if (error !== null) throw error
  } finally {
    gunzip.destroy()
  }
}
