import { writeSystemEvent } from '../audit/write-system-event.ts'
import type { Clock } from '../clock.ts'
import type { OnCommand } from '../database/command-channel.ts'
import type { OpenDatabase } from '../database/database-engine.ts'
import { auditCommand } from './audit-command.ts'
import type { Command, CommandContext } from './command.ts'
import { importCommand } from './import-command.ts'
import { seedCommand } from './seed-command.ts'

export const commands: Readonly<Record<string, Command>> = {
  audit: audited('audit', auditCommand),
  import: audited('import', importCommand),
  seed: audited('seed', seedCommand),
}

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

/**
 * Writes that a command began and how it ended, as the system: to it, whoever may use its terminal is nobody. The beginning
 * is written first, so that a command that is killed has left its name.
 */
function audited(name: string, command: Command): Command {
  return async (context) => {
    await write(context, name, 'begun')
    const exitCode = await command(context).catch(async (error: unknown) => {
      await write(context, name, 'failed')
      throw error
    })
    await write(context, name, exitCode === 0 ? 'done' : 'failed')
    return exitCode
  }
}

/** Of the arguments only plain words are kept: the others are names of files. */
async function write(
  { database, clock, args }: CommandContext,
  name: string,
  outcome: 'begun' | 'done' | 'failed',
): Promise<void> {
  const fields = args.filter((word) => /^-{0,2}[a-z][a-z-]{0,30}$/.test(word))
  await writeSystemEvent(database.gate, `command:${name}`, { at: clock.now(), outcome, fields })
}
