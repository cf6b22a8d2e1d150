import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** Files smaller than one network packet gain nothing. */
const smallestBytes = 1_400
const worthCompressing = /\.(?:js|css|svg)$/

/**
 * Writes `.br` and `.gz` beside each script, style sheet and drawing of the built page, so that the server sends fewer bytes without
 * compressing anything itself. These files hold no secret, which is why they may be compressed and answers may not.
 * @param {string} directory
 */
export function compressPage(directory) {
  for (const path of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!worthCompressing.test(path)) continue
    const content = readFileSync(join(directory, path))
    if (content.length < smallestBytes) continue
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    }
    writeFileSync(join(directory, `${path}.br`), brotliCompressSync(content, { params }))
    writeFileSync(join(directory, `${path}.gz`), gzipSync(content, { level: 9 }))
  }
}
