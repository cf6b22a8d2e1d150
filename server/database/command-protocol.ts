import * as v from 'valibot'

/** Longest request a lock holder reads: a command name and its arguments, never data. */
export const longestRequestCharacters = 64 * 1024

/** What a script asks the process that holds the data directory. Travels as one line of JSON, with the token. */
export const commandRequest = v.object({
  command: v.string(),
  args: v.array(v.string()),
  /** Working directory of the asking script, for the relative file names among `args`. */
  cwd: v.string(),
})
export type CommandRequest = v.InferOutput<typeof commandRequest>

export const authorisedRequest = v.object({ ...commandRequest.entries, token: v.string() })

/** One line of the answer. The last one is `exitCode` or `refused`. */
export const commandAnswer = v.union([
  v.object({ stdout: v.string() }),
  v.object({ stderr: v.string() }),
  v.object({ exitCode: v.number() }),
  v.object({ refused: v.string() }),
])
export type CommandAnswer = v.InferOutput<typeof commandAnswer>

/** Where a command's text goes, as it appears. */
export interface CommandOutput {
  stdout(text: string): void
  stderr(text: string): void
}
