import type { ImportProblem } from './import-problem.ts'

/** Why a file could not be read, or not to its end, from the error of the file system or of gzip. */
export function describeReadFailure(error: unknown): ImportProblem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const [reason, remedy] = known[code] ?? [
    `could not be read: ${error instanceof Error ? error.message : String(error)}`,
    'Check the file and the disk it is on.',
  ]
  return { path: '', reason, remedy }
}

const cutShort =
  'Records before this point were read. Get the whole file again and import it again: nothing is added twice.'

const known: Readonly<Record<string, readonly [reason: string, remedy: string]>> = {
  Z_BUF_ERROR: ['is a gzip file that ends too early', cutShort],
  Z_DATA_ERROR: ['is a damaged gzip file', cutShort],
  ENOENT: ['does not exist', 'Check the path.'],
  EACCES: ['may not be read by this user', 'Change the permissions of the file.'],
  EISDIR: ['is a directory', 'Give a file.'],
}
