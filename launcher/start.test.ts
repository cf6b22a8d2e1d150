import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const launcher = fileURLToPath(new URL('.', import.meta.url))

/** A clone whose packages are installed, with a server and a page builder that only say what they did. */
const clone = {
  'package.json': JSON.stringify({ type: 'module', engines: { node: '>=22.22.0' } }),
  'package-lock.json': JSON.stringify({ packages: {} }),
  'node_modules/.package-lock.json': JSON.stringify({ packages: {} }),
  'node_modules/vite/bin/vite.js': `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
    if (process.env.PAGE_IS_BROKEN) { console.error('src/main.tsx:1 is broken'); process.exit(1) }
    mkdirSync('dist', { recursive: true })
    writeFileSync('dist/index.html', '<html>')
    appendFileSync('builds', 'built ')`,
  'node_modules/vite/package.json': '{"type":"module"}',
  'index.html': '<html>',
  'server/main.ts': `
    const signals: string[] = []
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => { signals.push(signal); if (signals.length === 1) setTimeout(() => { console.log('closed after ' + signals.join()); process.exit(7) }, 200) })
    console.log('listening with ' + process.argv.slice(2).join())
    if (process.argv.includes('--stop')) process.exit(3)
    setInterval(() => undefined, 1000)`,
}

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'clone-'))
  for (const [path, text] of Object.entries(clone)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  cpSync(launcher, join(root, 'launcher'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

type Watcher = (child: ChildProcess, outputSoFar: string) => void

/** Runs a task of the clone and collects what it prints. */
function run(args: readonly string[], watcher?: Watcher, env = {}) {
  const options = { cwd: root, env: { ...process.env, ...env } }
  return outputOf(spawn(process.execPath, ['launcher/run.mjs', ...args], options), watcher)
}

function outputOf(child: ChildProcess, watcher?: Watcher) {
  let output = ''
  const take = (text: Buffer) => {
    output += text.toString()
    watcher?.(child, output)
  }
  child.stdout?.on('data', take)
  child.stderr?.on('data', take)
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Does something once, when the server says that it listens. */
function whenListening(act: (child: ChildProcess) => void): Watcher {
  let isDone = false
  return (child, outputSoFar) => {
    if (isDone || !outputSoFar.includes('listening')) return
    isDone = true
    act(child)
  }
}

const builds = () => (existsSync(join(root, 'builds')) ? readFileSync(join(root, 'builds'), 'utf8').trim() : '')

describe('npm start', () => {
  it('builds the page the first time, not the second, and again once a source has changed', async () => {
    await run(['start', '--stop'])
    expect(builds()).toBe('built')
    await run(['start', '--stop'])
    expect(builds()).toBe('built')
    writeFileSync(join(root, 'index.html'), '<html lang="en">')
    await run(['start', '--stop'])
    expect(builds()).toBe('built built')
  })

  it("passes the command line on and ends with the server's own exit code", async () => {
    const { code, output } = await run(['start', '--stop'])
    expect(output).toContain('listening with --stop')
    expect(code).toBe(3)
  })

  it('does not start the server when the page cannot be built, and says why', async () => {
    const { code, output } = await run(['start'], undefined, { PAGE_IS_BROKEN: '1' })
    expect(code).toBe(1)
    expect(output).toContain('src/main.tsx:1 is broken')
    expect(output).not.toContain('listening')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('passes %s on and waits for the server to close', async (signal) => {
    const { code, output } = await run(
      ['start'],
      whenListening((child) => child.kill(signal)),
    )
    expect(output).toContain(`closed after ${signal}\n`)
    expect(code).toBe(7)
  })

  it('takes Ctrl-C and the signal of npm that comes with it for one wish', async () => {
    const { output } = await run(
      ['start'],
      whenListening((child) => {
        child.kill('SIGINT')
        child.kill('SIGTERM')
      }),
    )
    // Which of two signals sent together arrives first is the system's affair.
    expect(output).toMatch(/closed after (SIGINT|SIGTERM)\n/)
  })

  it('closes the server when the shell that npm put between is stopped', async () => {
    const shell = spawn('sh', ['-c', `"${process.execPath}" launcher/run.mjs start; true`], { cwd: root })
    const { output } = await outputOf(
      shell,
      whenListening((child) => child.kill('SIGKILL')),
    )
    expect(output).toContain('closed after SIGTERM\n')
  })
})

it('an unknown task is refused with the list of those there are', async () => {
  const { code, output } = await run(['strat'])
  expect(code).toBe(2)
  expect(output).toMatch(/no task "strat".*start.*test:full/)
})

it('a lock that disagrees with what is installed leads to an installation before anything else', async () => {
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/absent': { version: '1.0.0' } } }),
  )
  const { code, output } = await run(['start'], undefined, { PATH: '' })
  expect(output).toContain('1 installed package(s) differ from package-lock.json')
  expect(output).toContain('The packages could not be installed')
  expect(output).not.toContain('listening')
  expect(code).toBe(1)
})
