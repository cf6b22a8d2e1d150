import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import { type CommandOutput, type CommandRequest, commandAnswer } from './command-protocol.ts'
import { lockAddress } from './lock-address.ts'
import { readLockHolder } from './lock-holder.ts'

/**
 * Asks the process that holds a data directory to run a command there, and passes its text on as it comes. This is how
 * an import works while the server runs on the embedded database, which only one process may open.
 *
 * @returns the command's exit code, or null when no process holds the directory and the caller may open it itself
 * @throws when the holder refuses, or ends before the command does
 */
export async function askLockHolder(
  directory: string,
  request: CommandRequest,
  output: CommandOutput,
): Promise<number | null> {
  const address = lockAddress(directory)
  const holder = readLockHolder(address.holderFile)
  if (holder === null) return null
  const socket = await connectTo(address.socketPath)
  if (socket === null) return null

  try {
    socket.write(`${JSON.stringify({ ...request, token: holder.token })}\n`)
    for await (const line of createInterface({ input: socket })) {
      const answer = v.parse(commandAnswer, JSON.parse(line))
      if ('stdout' in answer) output.stdout(answer.stdout)
      else if ('stderr' in answer) output.stderr(answer.stderr)
      else if ('exitCode' in answer) return answer.exitCode
      else throw new Error(`Process ${holder.processId} refused '${request.command}': ${answer.refused}`)
    }
  } finally {
    socket.destroy()
  }
  throw new Error(
    `Process ${holder.processId} ended before '${request.command}' did. Start it again, look at what was done, then repeat the command.`,
  )
}

function connectTo(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path })
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      // No listener: the holder was killed. The file it left says nothing about now.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(null)
      else reject(error)
    })
  })
}
