import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputLimits } from './read-file-values.ts'
import { readInput } from './read-input.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-input-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** One short line for each entry: the place, then the value or the reason. */
async function read(path: string, limits?: InputLimits): Promise<readonly string[]> {
  const seen: string[] = []
  for await (const entry of readInput(path, limits)) {
    const { source, line, index } = entry.place
    const place = [relative(folder, source), line ?? '-', index ?? '-'].join(' ')
    if (entry.kind === 'value') seen.push(`${place} ${JSON.stringify(entry.value)}`)
    else seen.push(`${place} ${entry.kind === 'problem' ? `! ${entry.problem.reason}` : 'skipped'}`)
  }
  return seen
}

async function readText(name: string, content: string | Buffer, limits?: InputLimits): Promise<readonly string[]> {
  await writeFile(join(folder, name), content)
  return await read(join(folder, name), limits)
}

describe('every form that the registry and its users give', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['one object', 'a.json', '{"n":1}', ['a.json 1 - {"n":1}']],
    ['one object over several lines', 'a.json', '{\n  "n":\n  1\n}\n', ['a.json - - {"n":1}']],
    ['a list', 'a.json', '[{"n":1},\n{"n":2}]', ['a.json - 0 {"n":1}', 'a.json - 1 {"n":2}']],
    [
      'a page of the registry',
      'a.json',
      '{"studies":[{"n":1},{"n":2}],"nextPageToken":"x"}',
      ['a.json 1 0 {"n":1}', 'a.json 1 1 {"n":2}'],
    ],
    ['JSON lines', 'a.jsonl', '{"n":1}\n{"n":2}\n', ['a.jsonl 1 - {"n":1}', 'a.jsonl 2 - {"n":2}']],
    ['JSON lines under another name', 'a.txt', '{"n":1}\n{"n":2}', ['a.txt 1 - {"n":1}', 'a.txt 2 - {"n":2}']],
    [
      'byte order mark, CRLF, blank lines',
      'a.jsonl',
      '\uFEFF{"n":"é"}\r\n\r\n \r\n{"n":2}\r\n',
      ['a.jsonl 1 - {"n":"é"}', 'a.jsonl 4 - {"n":2}'],
    ],
  ])('%s', async (_, name, content, expected) => {
    expect(await readText(name, content)).toEqual(expected)
    expect(await readText(`${name}.gz`, gzipSync(content))).toEqual(
      expected.map((line) => line.replace(name, `${name}.gz`)),
    )
  })

  test('gzip in several members, one behind the other', async () => {
    const members = Buffer.concat([gzipSync('{"n":1}\n{"n":'), gzipSync('2}\n')])
    expect(await readText('a.jsonl.gz', members)).toEqual(['a.jsonl.gz 1 - {"n":1}', 'a.jsonl.gz 2 - {"n":2}'])
  })

  test('a directory with everything under it, in the order of names', async () => {
    await mkdir(join(folder, 'b'))
    await writeFile(join(folder, 'c.json'), '{"n":3}')
    await writeFile(join(folder, 'b', 'x.json.gz'), gzipSync('{"n":2}'))
    await writeFile(join(folder, 'a.json'), '{"n":1}')
    await writeFile(join(folder, 'd.txt'), 'notes')
    await writeFile(join(folder, '.hidden.json'), '{"n":9}')
    expect(await read(folder)).toEqual([
      'a.json 1 - {"n":1}',
      'b/x.json.gz 1 - {"n":2}',
      'c.json 1 - {"n":3}',
      'd.txt - - skipped',
    ])
  })
})

describe('a fault is named and the rest is read', () => {
  test('a broken line between good ones', async () => {
    const seen = await readText('a.jsonl', '{"n":1}\n{"n":2\n{"n":3}\n')
    expect(seen).toEqual([
      'a.jsonl 1 - {"n":1}',
      expect.stringMatching(/^a.jsonl 2 - ! is broken JSON: /),
      'a.jsonl 3 - {"n":3}',
    ])
  })

  test('a broken first line of lines that the name does not announce', async () => {
    const seen = await readText('a.json', '{"n":1\n{"n":2}\n')
    expect(seen).toEqual([expect.stringMatching(/^a.json 1 - ! is broken JSON/), 'a.json 2 - {"n":2}'])
  })

  test('a gzip file cut short: what was whole is read, the half line is not called broken', async () => {
    const lines = Array.from({ length: 2000 }, (_, n) => JSON.stringify({ n, noise: Math.sin(n).toString(36) }))
    const packed = gzipSync(lines.join('\n'))
    const seen = await readText('a.jsonl.gz', packed.subarray(0, packed.length - 5000))
    const values = seen.slice(0, -1)
    expect(values.length).toBeGreaterThan(1000)
    expect(values).toEqual(lines.slice(0, values.length).map((line, at) => `a.jsonl.gz ${at + 1} - ${line}`))
    expect(seen.at(-1)).toBe(`a.jsonl.gz ${values.length + 1} - ! is a gzip file that ends too early`)
  })

  test('a gzip file with flipped bits', async () => {
    const packed = gzipSync('{"n":1}\n{"n":2}\n')
    packed.fill(0x5a, 12, 20)
    expect((await readText('a.jsonl.gz', packed)).at(-1)).toMatch(/! is a damaged gzip file/)
  })

  test('a line over the limit is passed over; one at the limit is read', async () => {
    const limits = { lineBytes: 7, documentBytes: 100 }
    const seen = await readText('a.jsonl', '{"n":1}\n{"n":12}\n{"n":3}', limits)
    expect(seen).toEqual([
      'a.jsonl 1 - {"n":1}',
      'a.jsonl 2 - ! is too large: a line may have 7 bytes',
      'a.jsonl 3 - {"n":3}',
    ])
  })

  test('a document over the limit is refused with the way out', async () => {
    const limits = { lineBytes: 10, documentBytes: 12 }
    expect(await readText('a.json', '[\n{"n":1},\n{"n":2}\n]', limits)).toEqual([
      'a.json - - ! is too large: a document may have 12 bytes',
    ])
  })

  test.each([
    ['an empty file', '', 'is empty'],
    ['text in another encoding', Buffer.from('{"n":"\xe9"}', 'latin1'), 'is not UTF-8 text'],
    ['a web page', '<html>\n<p>Sorry</p>', 'is broken JSON'],
  ])('%s', async (_, content, reason) => {
    const seen = await readText('a.json', content)
    expect(seen).toHaveLength(1)
    expect(seen[0]).toContain(`! ${reason}`)
  })

  test('a path that does not exist', async () => {
    expect(await read(join(folder, 'nowhere.json'))).toEqual(['nowhere.json - - ! does not exist'])
  })
})
