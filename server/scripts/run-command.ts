import { migrateAudited } from '../audit/migrate-audited.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { askLockHolder } from '../database/ask-lock-holder.ts'
import { openDatabase } from '../database/open-database.ts'
import { commands } from './command-runner.ts'

/**
 * `node server/scripts/run-command.ts import trials PATH`: runs a command on the configured database. Where a server
 * holds the embedded database, the server runs it and this process only shows what it says.
 */
async function runCommand([name = '', ...args]: readonly string[]): Promise<number> {
  const output = {
    stdout: (text: string) => void process.stdout.write(text),
    stderr: (text: string) => void process.stderr.write(text),
  }
  const command = commands[name]
  if (!command) {
    output.stderr(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.\n`)
    return 2
  }
  const config = readConfig(process.env)
  const cwd = process.env.INIT_CWD ?? process.cwd()
  if (config.database.kind === 'directory') {
    const exitCode = await askLockHolder(config.dataDirectory, { command: name, args: [...args], cwd }, output)
    if (exitCode !== null) return exitCode
  }
  const stopping = new AbortController()
  process.once('SIGINT', () => stopping.abort())
  // Whoever waits at a terminal is told what takes long; a script that reads the output is not.
  const say = process.stdout.isTTY ? (line: string) => output.stdout(`${line}\n`) : undefined
  const database = await openDatabase(config.database, say)
  try {
    // A server that runs is of an older version until it is started anew; to look at its log must not change its tables.
    const onlyReads = name === 'audit' && config.database.kind === 'postgres'
    if (!onlyReads) await migrateAudited({ db: database.db, clock: systemClock })
    return await command({ args, cwd, output, signal: stopping.signal, database, clock: systemClock })
  } finally {
    await database.close()
  }
}

runCommand(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
