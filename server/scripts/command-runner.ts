import type { Clock } from '../clock.ts'
import type { OnCommand } from '../database/command-channel.ts'
import type { OpenDatabase } from '../database/database-engine.ts'
import type { Command } from './command.ts'
import { importCommand } from './import-command.ts'
import { seedCommand } from './seed-command.ts'

export const commands: Readonly<Record<string, Command>> = { import: importCommand, seed: seedCommand }

/** Runs commands that other processes send to the server, once its database is ready. */
export function commandRunner(clock: Clock): { readonly run: OnCommand; open(database: OpenDatabase): void } {
  let database: OpenDatabase | null = null
  return {
    open(opened) {
      database = opened
    },
    async run({ command, args, cwd }, output, signal) {
      const found = commands[command]
      if (!found) {
        output.stderr(`There is no command "${command}". Known: ${Object.keys(commands).join(', ')}.\n`)
        return 2
      }
      if (database === null) {
        output.stderr('The server is still starting. Ask again when it says where it listens.\n')
        return 1
      }
      return found({ args, cwd, output, signal, database, clock })
    },
  }
}
