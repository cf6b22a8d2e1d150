import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

type Environment = Readonly<Record<string, string>>

export interface ProcessEnd {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A server in a process of its own, as it runs for its users. */
export interface ServerProcess {
  /** Where it listens. */
  readonly address: string
  /** What it has printed so far. */
  printed(): string
  /** Sends a signal; `ended` tells what came of it. */
  signal(name: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void
  readonly ended: Promise<ProcessEnd>
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs a file of the project to its end. */
export function runToEnd(file: string, args: readonly string[], environment: Environment): Promise<ProcessEnd> {
  return watch(start(file, args, environment)).ended
}

/** Starts the server on a free port and waits until it says that it can be used. It prints no log. */
export async function startServerProcess(environment: Environment): Promise<ServerProcess> {
  const child = start('server/main.ts', [], { PORT: '0', LOG_LEVEL: 'silent', ...environment })
  const { ended, text } = watch(child)
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (text.stdout.includes('Stop with Ctrl-C.')) resolve()
    })
    ended.then((end) => reject(new Error(`The server ended before it listened: ${JSON.stringify(end)}`)), reject)
  })
  const address = /http:\/\/[\w.]+:\d+/.exec(text.stdout)?.[0]
  if (address === undefined) throw new Error(`The server does not say where it listens:\n${text.stdout}`)
  return { address, ended, printed: () => text.stdout, signal: (name) => void child.kill(name) }
}

function start(file: string, args: readonly string[], environment: Environment): ChildProcess {
  // Nothing of the machine's own settings may decide what a test does.
  const env = { PATH: process.env.PATH ?? '', ...environment }
  return spawn(process.execPath, [file, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

function watch(child: ChildProcess): {
  readonly ended: Promise<ProcessEnd>
  readonly text: Omit<ProcessEnd, 'exitCode'>
} {
  const text = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk
    })
  }
  const ended = once(child, 'close').then(([exitCode]): ProcessEnd => ({ exitCode, ...text }))
  return { ended, text }
}
