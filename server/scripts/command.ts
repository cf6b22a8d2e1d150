import type { Clock } from '../clock.ts'
import type { CommandOutput } from '../database/command-protocol.ts'
import type { OpenDatabase } from '../database/database-engine.ts'

/** What a command is given, whether it runs by itself or inside the server that holds the database. */
export interface CommandContext {
  readonly args: readonly string[]
  /** The folder in which it was asked for; relative paths start there. */
  readonly cwd: string
  readonly output: CommandOutput
  readonly signal: AbortSignal
  readonly database: OpenDatabase
  readonly clock: Clock
}

/** Resolves to the exit code: 0 done, 1 done in part or failed, 2 asked for wrongly. */
export type Command = (context: CommandContext) => Promise<number>
