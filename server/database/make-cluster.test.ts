import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clusterPlaces } from './cluster-places.ts'
import { makeCluster } from './make-cluster.ts'

let directory: string
let lines: string[]
const say = (line: string) => void lines.push(line)

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'rare-cancer-trials-making-'))
  lines = []
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

/** A thread that makes what the real one makes under another name, then does something else. */
function threadThat(does: string): URL {
  const begins = `
    import { appendFileSync, mkdirSync, renameSync } from 'node:fs'
    import { workerData } from 'node:worker_threads'
    mkdirSync(workerData + '/database-being-made')
    appendFileSync(workerData + '/attempts', 'x')
    ${does}`
  return new URL(`data:text/javascript,${encodeURIComponent(begins)}`)
}

/** What a power cut or a kill during the very first start leaves behind. */
function leaveHalfMade(): void {
  const { unfinished } = clusterPlaces(directory)
  mkdirSync(unfinished)
  writeFileSync(join(unfinished, 'PG_VERSION'), '18')
}

test('a first start makes the database, after what an interrupted one left', async () => {
  leaveHalfMade()
  await makeCluster(directory, { say })
  expect(readdirSync(directory)).toEqual(['database'])
  expect(existsSync(join(clusterPlaces(directory).cluster, 'PG_VERSION'))).toBe(true)
  expect(lines[0]).toBe('Making the database (first start only).')
}, 120_000)

test('a later start makes nothing, says nothing, and takes away what is half-made', async () => {
  mkdirSync(clusterPlaces(directory).cluster)
  leaveHalfMade()
  await makeCluster(directory, { say, thread: threadThat('throw new Error("nobody asked for it")') })
  expect(readdirSync(directory)).toEqual(['database'])
  expect(lines).toEqual([])
})

test.each([
  ['computes for ever', 'for (;;) {}'],
  ['waits for ever', 'await new Promise((resolve) => setInterval(() => {}, 1000))'],
])('a making that %s is stopped, tried once more, and then told of with what to do', async (_, does) => {
  const making = makeCluster(directory, { say, limitMs: 500, thread: threadThat(does) })
  await expect(making).rejects.toThrow(
    `The database could not be made in ${directory}: 2 attempts of 0.5 s did not end. Nothing half-made is left. Start again`,
  )
  expect(lines.filter((line) => line.includes('was stopped'))).toHaveLength(2)
  expect(readdirSync(directory)).toEqual(['attempts'])
})

test('a making that stands still once is made by the second attempt', async () => {
  const thread = threadThat(`
    import { readFileSync } from 'node:fs'
    if (readFileSync(workerData + '/attempts', 'utf8') === 'x') for (;;) {}
    renameSync(workerData + '/database-being-made', workerData + '/database')`)
  await makeCluster(directory, { say, limitMs: 3_000, thread })
  expect(readdirSync(directory)).toEqual(['attempts', 'database'])
})

test.each([
  ['fails', 'throw new Error("No space left on device.")', 'No space left on device.'],
  ['ends early', 'process.exit(13)', 'The thread that makes it ended with code 13.'],
])('a making that %s is told of at once, with the place and what to do', async (_, does, reason) => {
  const making = makeCluster(directory, { say, thread: threadThat(does) })
  await expect(making).rejects.toThrow(
    `The database could not be made in ${directory}: ${reason} Nothing half-made is left. Check that this user may write there`,
  )
  expect(readdirSync(directory)).toEqual(['attempts'])
})
