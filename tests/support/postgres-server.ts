import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts'

/** A PostgreSQL server that exists for the tests only. */
export interface PostgresServer {
  /** Connects as the superuser to the database `postgres`. */
  readonly url: string
  /** Which PostgreSQL this is, for the test report. */
  readonly origin: string
  /** Kills every process of the server as a power cut would: no shutdown, no checkpoint. */
  crash(): Promise<void>
  /** Starts it again on the same data and port after a crash. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  stop(): Promise<void>
}

/**
 * Makes and starts a PostgreSQL server in a temporary directory, on a free port of this machine only. It stops and its
 * data goes when this process ends, even when this process is killed.
 *
 * @param isDurable false skips flushing to disk, which makes tests about other things faster
 * @param settings of postgresql.conf, such as `shared_buffers=2GB`
 */
export async function startPostgresServer({
  isDurable = false,
  settings = [],
}: {
  readonly isDurable?: boolean
  readonly settings?: readonly string[]
} = {}): Promise<PostgresServer> {
  const binaries = findPostgresBinaries()
  const user = unprivilegedUser()
  const directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-postgres-'))
  if (user !== null) chownSync(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  const port = await freePort()
  const initdb = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync']
  execFileSync(binaries.initdb, initdb, { ...user, stdio: 'pipe', cwd: directory })

  const start = () => startServer({ binaries, user, directory, data, port, isDurable, settings })
  let server = await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    origin: binaries.origin,
    async crash() {
      const { child } = server
      const ended = once(child, 'exit')
      for (const id of [...childProcesses(child.pid), child.pid]) if (id !== undefined) kill(id)
      await ended
    },
    async restart() {
      server.release()
      server = await start()
    },
    async stop() {
      if (server.child.exitCode === null && server.child.signalCode === null) {
        const ended = once(server.child, 'exit')
        server.child.kill('SIGINT')
        await ended
      }
      server.release()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

interface User {
  readonly uid: number
  readonly gid: number
}

interface Start {
  readonly binaries: PostgresBinaries
  readonly user: User | null
  readonly directory: string
  readonly data: string
  readonly port: number
  readonly isDurable: boolean
  readonly settings: readonly string[]
}

interface RunningServer {
  readonly child: ChildProcess
  /** Tells the watcher that the server has ended as it should. */
  release(): void
}

/**
 * The shell becomes the server, after leaving a watcher behind that holds the other end of a pipe to this process. When
 * the pipe breaks without a word, this process is gone, and the watcher ends the server and removes its data.
 */
const runWatched = `
  ( read -r _ <&3 || {
      kill -INT $$
      while kill -0 $$ 2>/dev/null; do sleep 0.2; done
      rm -rf "$0"
    } ) >/dev/null 2>&1 &
  exec "$@" 3<&-`

async function startServer({
  binaries,
  user,
  directory,
  data,
  port,
  isDurable,
  settings,
}: Start): Promise<RunningServer> {
  const options = [
    ...['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='],
    ...(isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    ...settings,
  ].flatMap((setting) => ['-c', setting])
  const child = spawn('sh', ['-c', runWatched, directory, binaries.postgres, '-D', data, ...options], {
    ...user,
    cwd: directory,
    // Away from the terminal's Ctrl-C, which would end the watcher too.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const lifeline = child.stdio[3] as Writable
  // Of a server that is killed, the pipes may end with a reset.
  for (const pipe of [child.stderr, lifeline]) pipe?.on('error', () => {})
  const release = () => {
    if (!lifeline.writableEnded) lifeline.end('ended\n')
  }

  let log = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      log = `${log}${chunk}`.slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('exit', () => {
      release()
      reject(new Error(`PostgreSQL (${binaries.origin}) did not start:\n${log}`))
    })
  })
  return { child, release }
}

/** PostgreSQL refuses to run as root, so as root it runs as `postgres`, or else as `nobody`. */
function unprivilegedUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find((line) => line.startsWith(`${name}:`))?.split(':') ?? []
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and this system has neither a postgres nor a nobody account.')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free port was found.')
  return address.port
}

/** The server's worker processes. Elsewhere than on Linux they notice by themselves that the server has gone. */
function childProcesses(pid: number | undefined): readonly number[] {
  const list = `/proc/${pid}/task/${pid}/children`
  if (!existsSync(list)) return []
  return readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    // It may have ended by itself since it was listed.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
