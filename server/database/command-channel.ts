import { createHash, timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import * as v from 'valibot'
import {
  authorisedRequest,
  type CommandAnswer,
  type CommandOutput,
  type CommandRequest,
  longestRequestCharacters,
} from './command-protocol.ts'

const requestTimeoutMs = 10_000

/**
 * Runs a command that another process asked for and resolves to its exit code. `signal` aborts when the asker goes away
 * or the server closes.
 */
export type OnCommand = (request: CommandRequest, output: CommandOutput, signal: AbortSignal) => Promise<number>

export interface CommandChannel {
  /** Aborts the commands that run, waits until each has answered, and listens no more. */
  close(): Promise<void>
}

/** Listens for commands from scripts that know `token`. Its open socket does not keep the process alive. */
export async function serveCommands(socketPath: string, token: string, onCommand: OnCommand): Promise<CommandChannel> {
  const open = new Map<Socket, AbortController>()
  const running = new Set<Promise<void>>()
  const server = createServer((socket) => {
    const abort = new AbortController()
    open.set(socket, abort)
    // An asker that vanishes mid-answer is no fault of this process: 'close' follows and aborts the command.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      open.delete(socket)
      abort.abort()
    })
    readRequest(socket, token, (request) => {
      const answered = answer(socket, request, onCommand, abort.signal)
      running.add(answered)
      void answered.finally(() => running.delete(answered))
    })
  })
  // A socket file outlives a killed process; whoever comes here holds the directory, so a file found is a leftover.
  if (!socketPath.startsWith('\0') && !socketPath.startsWith('\\\\')) rmSync(socketPath, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path: socketPath, exclusive: true }, resolve)
  })
  server.unref()

  return {
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const abort of open.values()) abort.abort()
      await Promise.all(running)
      for (const socket of open.keys()) socket.destroySoon()
      await closed
    },
  }
}

/** Reads one line of bounded length, and passes it on only if it is a request from someone who knows the token. */
function readRequest(socket: Socket, token: string, onRequest: (request: CommandRequest) => void): void {
  const refuse = (refused: string) => {
    send(socket, { refused })
    socket.end()
  }
  socket.setTimeout(requestTimeoutMs, () => refuse(`No request arrived within ${requestTimeoutMs / 1000} seconds.`))
  let received = ''
  socket.setEncoding('utf8')
  socket.on('data', function collect(chunk: string) {
    received += chunk
    const end = received.indexOf('\n')
    if (end === -1 && received.length <= longestRequestCharacters) return
    socket.off('data', collect)
    socket.setTimeout(0)
    socket.resume()
    if (end === -1 || end > longestRequestCharacters) {
      refuse(`The request is longer than ${longestRequestCharacters} characters; pass a file name instead of data.`)
      return
    }
    const request = parseRequest(received.slice(0, end))
    if (request === null) refuse('The request is not one line of JSON with token, command, args and cwd.')
    else if (!isSameToken(request.token, token)) refuse('The token is not the one written beside the data.')
    else onRequest({ command: request.command, args: request.args, cwd: request.cwd })
  })
}

async function answer(
  socket: Socket,
  request: CommandRequest,
  onCommand: OnCommand,
  signal: AbortSignal,
): Promise<void> {
  try {
    const output = {
      stdout: (stdout: string) => send(socket, { stdout }),
      stderr: (stderr: string) => send(socket, { stderr }),
    }
    send(socket, { exitCode: await onCommand(request, output, signal) })
  } catch (error) {
    send(socket, { stderr: `${error instanceof Error ? error.message : String(error)}\n` })
    send(socket, { exitCode: 1 })
  } finally {
    socket.end()
  }
}

function send(socket: Socket, answer: CommandAnswer): void {
  if (socket.writable) socket.write(`${JSON.stringify(answer)}\n`)
}

function parseRequest(line: string): v.InferOutput<typeof authorisedRequest> | null {
  try {
    const parsed = v.safeParse(authorisedRequest, JSON.parse(line))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Compares digests, so that neither the time taken nor a different length tells anything about the token. */
function isSameToken(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
