import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Flushes a directory and, down to `depth` levels below it, everything inside to disk. */
export function flushTree(directory: string, { depth = Number.POSITIVE_INFINITY } = {}): void {
  if (depth > 0) {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name)
      if (entry.isDirectory()) flushTree(path, { depth: depth - 1 })
      else if (entry.isFile()) flushFile(path)
    }
  }
  // Windows cannot open a directory; its file system writes names through a journal of its own.
  if (process.platform !== 'win32') flushFile(directory)
}

function flushFile(path: string): void {
  const descriptor = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
