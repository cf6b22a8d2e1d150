import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { askLockHolder } from './ask-lock-holder.ts'
import type { OnCommand } from './command-channel.ts'
import { longestRequestCharacters } from './command-protocol.ts'
import { lockAddress } from './lock-address.ts'
import { type DataDirectoryLock, lockDataDirectory } from './lock-data-directory.ts'

let directory: string
let held: DataDirectoryLock[]
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-lock-'))
  held = []
})
afterEach(async () => {
  await Promise.all(held.map((lock) => lock.release()))
  rmSync(directory, { recursive: true, force: true })
})

async function hold(onCommand?: OnCommand): Promise<DataDirectoryLock> {
  const lock = await lockDataDirectory(directory, onCommand)
  held.push(lock)
  return lock
}

/** Another process that holds the directory until it is killed. A command it is given starts and never ends. */
async function holdElsewhere() {
  const module = new URL('./lock-data-directory.ts', import.meta.url).href
  const program = `const { lockDataDirectory } = await import(${JSON.stringify(module)})
    await lockDataDirectory(${JSON.stringify(directory)}, (request, output) => {
      output.stdout('started')
      return new Promise(() => {})
    })
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}

function tokenOf(): string {
  return JSON.parse(readFileSync(lockAddress(directory).holderFile, 'utf8')).token
}

/** Sends raw bytes to the channel, as a stranger on the same machine could, and reads the whole answer. */
async function sendRaw(line: string): Promise<string> {
  const socket = connect({ path: lockAddress(directory).socketPath })
  await once(socket, 'connect')
  socket.write(line)
  return text(socket)
}

/** A holder's output collected as one text. */
function collect() {
  const parts: string[] = []
  return {
    stdout: (part: string) => parts.push(`out ${part}`),
    stderr: (part: string) => parts.push(`err ${part}`),
    parts,
  }
}

describe('one process has the data directory', () => {
  test('a second process is refused, told which one has it and what to do', async () => {
    const other = await holdElsewhere()
    try {
      await expect(lockDataDirectory(directory)).rejects.toThrow(`${directory} is in use by process ${other.pid}`)
      await expect(lockDataDirectory(directory)).rejects.toThrow('DATA_DIR')
    } finally {
      other.kill('SIGKILL')
      await once(other, 'exit')
    }
  })

  test('a killed process leaves the directory free', async () => {
    const other = await holdElsewhere()
    other.kill('SIGKILL')
    await once(other, 'exit')
    await expect(hold()).resolves.toMatchObject({ directory })
  })

  test('a second opener in the same process is refused too', async () => {
    await hold()
    await expect(lockDataDirectory(directory)).rejects.toThrow(`in use by process ${process.pid}`)
  })

  test('a lost lock file does not let a second process in', async () => {
    await hold()
    rmSync(lockAddress(directory).lockFile)
    await expect(lockDataDirectory(directory)).rejects.toThrow('in use')
  })

  test('given back, it can be taken again, with another token', async () => {
    const first = await hold()
    const firstToken = tokenOf()
    await first.release()
    await hold()
    expect(tokenOf()).not.toBe(firstToken)
  })

  test('the token is for the owner only, whatever file lay there before', async () => {
    const { holderFile } = lockAddress(directory)
    writeFileSync(holderFile, '{}', { mode: 0o644 })
    await hold()
    expect(statSync(holderFile).mode & 0o777).toBe(0o600)
  })
})

describe('a script asks the process that has the directory', () => {
  const request = { command: 'import', args: ['trials.csv'], cwd: '/reports/march' }

  test('the command runs there; its text, errors and exit code come back in order', async () => {
    await hold(async ({ command, args, cwd }, output) => {
      output.stdout(`${command} ${args.join(' ')} in ${cwd}`)
      output.stderr('row 3: no NHS number')
      return 4
    })
    const { parts, ...output } = collect()
    expect(await askLockHolder(directory, request, output)).toBe(4)
    expect(parts).toStrictEqual(['out import trials.csv in /reports/march', 'err row 3: no NHS number'])
  })

  test('a command that throws fails with its message', async () => {
    await hold(async () => {
      throw new Error('trials.csv has no header line')
    })
    const { parts, ...output } = collect()
    expect(await askLockHolder(directory, request, output)).toBe(1)
    expect(parts).toStrictEqual(['err trials.csv has no header line\n'])
  })

  test('with nobody there the script may open the directory itself', async () => {
    expect(await askLockHolder(directory, request, collect())).toBeNull()
  })

  test('what a killed process left behind does not count as somebody', async () => {
    const other = await holdElsewhere()
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(await askLockHolder(directory, request, collect())).toBeNull()
  })

  test('a holder that ends first is reported, not taken for success', async () => {
    const { promise: started, resolve: start } = Promise.withResolvers<void>()
    const other = await holdElsewhere()
    const asked = askLockHolder(directory, request, { stdout: () => start(), stderr: () => {} })
    await started
    other.kill('SIGKILL')
    await expect(asked).rejects.toThrow(`Process ${other.pid} ended before 'import' did`)
  })

  test('giving the directory back stops a running command and waits for its end', async () => {
    const { promise: started, resolve: start } = Promise.withResolvers<void>()
    let ended = false
    const lock = await hold(async (_request, _output, signal) => {
      start()
      await once(signal, 'abort')
      ended = true
      return 130
    })
    const asked = askLockHolder(directory, request, collect())
    await started
    await lock.release()
    expect(ended).toBe(true)
    expect(await asked).toBe(130)
  })
})

describe('a stranger on the same machine', () => {
  const never: OnCommand = () => Promise.reject(new Error('the command ran'))

  test.each([
    ['a wrong token', () => JSON.stringify({ token: 'guess', command: 'import', args: [], cwd: '/' }), 'token'],
    ['no token', () => JSON.stringify({ command: 'import', args: [], cwd: '/' }), 'not one line of JSON'],
    [
      'the token cut short',
      () => JSON.stringify({ token: tokenOf().slice(1), command: '', args: [], cwd: '' }),
      'token',
    ],
    ['something else than JSON', () => 'GET / HTTP/1.1', 'not one line of JSON'],
  ])('with %s gets nothing done', async (_what, line, refusal) => {
    await hold(never)
    const answer = await sendRaw(`${line()}\n`)
    expect(JSON.parse(answer)).toStrictEqual({ refused: expect.stringContaining(refusal) })
  })

  const requestOf = (length: number) => {
    const empty = { token: tokenOf(), command: 'import', args: [''], cwd: '/' }
    return JSON.stringify({ ...empty, args: ['a'.repeat(length - JSON.stringify(empty).length)] })
  }

  test.each([
    [longestRequestCharacters - 1, 'exitCode'],
    [longestRequestCharacters, 'exitCode'],
    [longestRequestCharacters + 1, 'longer than'],
  ])('a request of %i characters', async (length, expected) => {
    await hold(async () => 0)
    expect(await sendRaw(`${requestOf(length)}\n`)).toContain(expected)
  })

  test('endless text without an end of line is cut off', async () => {
    await hold(never)
    expect(await sendRaw('a'.repeat(longestRequestCharacters + 1))).toContain('longer than')
  })
})
