import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testInstant } from '../../tests/support/demonstration-seed.ts'
import { exampleStudyWith } from '../interchange/clinical-trials-gov/example-study.ts'
import { jobHandlers } from '../jobs/job-handlers.ts'
import { runWaitingJobs } from '../jobs/run-jobs.ts'
import type { CommandContext } from './command.ts'
import { importCommand } from './import-command.ts'

const clock = { now: () => testInstant }

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  folder = mkdtempSync(join(tmpdir(), 'import-command-'))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(async () => {
  const imported = database.db.selectFrom('trial').select('trial_id').where('is_demonstration', '=', false)
  await database.db.deleteFrom('screening').where('trial_id', 'in', imported).execute()
  await database.db.deleteFrom('trial').where('is_demonstration', '=', false).execute()
})

type Modules = Parameters<typeof exampleStudyWith>[0]

const study = (number: number, modules: Modules = {}) => {
  const nctId = `NCT0999${String(number).padStart(4, '0')}`
  return exampleStudyWith({
    ...modules,
    identificationModule: { nctId, briefTitle: `Trial ${number}`, ...modules.identificationModule },
  })
}
const lines = (values: readonly unknown[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content)
  return name
}

async function run(args: readonly string[], more: Partial<CommandContext> = {}) {
  let stdout = ''
  let stderr = ''
  const output = {
    stdout: (text: string) => {
      stdout += text
    },
    stderr: (text: string) => {
      stderr += text
    },
  }
  const { signal } = new AbortController()
  const exitCode = await importCommand({ args, cwd: folder, output, signal, database, clock, ...more })
  return { exitCode, stdout, stderr }
}

/** What a run says that has nothing to complain of. */
const told = (counts: string) => `Database: ${database.place}\n${counts}\nKept in ${database.place}\n`

const imported = () =>
  database.db
    .selectFrom('trial')
    .select(['registry_id', 'title', 'version'])
    .where('is_demonstration', '=', false)
    .orderBy('registry_id')
    .execute()

describe('importing trials', () => {
  test('takes all of them in, and again changes nothing', async () => {
    const file = write('two.jsonl', lines([study(1), study(2)]))
    expect(await run(['trials', file])).toEqual({
      exitCode: 0,
      stdout: told('2 added, 0 changed, 0 unchanged, 0 rejected.'),
      stderr: '',
    })
    const before = await imported()
    expect(before.map(({ registry_id }) => registry_id)).toEqual(['NCT09990001', 'NCT09990002'])
    expect(await run(['trials', file])).toEqual({
      exitCode: 0,
      stdout: told('0 added, 0 changed, 2 unchanged, 0 rejected.'),
      stderr: '',
    })
    expect(await imported()).toEqual(before)
  })

  test('tried out first, tells what it would do in which database, and keeps nothing', async () => {
    const file = write('tried.jsonl', lines([study(1), study(2)]))
    expect(await run(['trials', file, '--dry-run'])).toEqual({
      exitCode: 0,
      stdout:
        `Dry run, nothing is kept. Database: ${database.place}\n2 added, 0 changed, 0 unchanged, 0 rejected.\n` +
        `Dry run: nothing was kept in ${database.place}\n`,
      stderr: '',
    })
    expect(await imported()).toEqual([])
  })

  test('reads one object, a list, a page of the registry, a directory and gzip', async () => {
    const files = [
      write('object.json', JSON.stringify(study(1), null, 2)),
      write('list.json', JSON.stringify([study(2), study(3)])),
      write('page.json', JSON.stringify({ studies: [study(4)], nextPageToken: 'x' })),
      write('packed.jsonl.gz', gzipSync(lines([study(5)]))),
    ]
    for (const file of files) expect((await run(['trials', join(folder, file)])).exitCode, file).toBe(0)
    expect(await imported()).toHaveLength(5)
  })

  test('changes what is newer and refuses what is older, with the reason', async () => {
    const dated = (date: string, briefTitle: string) =>
      study(1, {
        identificationModule: { briefTitle },
        statusModule: { lastUpdatePostDateStruct: { date, type: 'ACTUAL' } },
      })
    await run(['trials', write('a.json', JSON.stringify(dated('2030-03-01', 'As it was')))])
    const newer = await run(['trials', write('b.json', JSON.stringify(dated('2030-04-01', 'Amended')))])
    expect(newer).toMatchObject({ exitCode: 0, stdout: told('0 added, 1 changed, 0 unchanged, 0 rejected.') })
    const older = await run(['trials', write('c.json', JSON.stringify(dated('2030-02-01', 'Long ago')))])
    expect(older.exitCode).toBe(2)
    expect(older.stdout).toContain('(NCT09990001): protocolSection.statusModule.lastUpdatePostDateStruct is older than')
    expect(older.stdout).toContain('Import the newest record of this trial.')
    expect(await imported()).toEqual([{ registry_id: 'NCT09990001', title: 'Amended', version: 2 }])
  })
})

describe('broken input', () => {
  test('is listed by line with reason and remedy, and the other records are taken in', async () => {
    const text = [
      JSON.stringify(study(1)),
      '{"protocolSection": {"identificationModule"',
      JSON.stringify(study(2, { statusModule: { overallStatus: 'ALMOST_OPEN' } })),
      '',
      JSON.stringify(study(3, { identificationModule: { nctId: 'NCT1' } })),
      '42',
      JSON.stringify(study(4)),
    ].join('\n')
    const { exitCode, stdout } = await run(['trials', write('broken.jsonl', text)])
    expect(exitCode).toBe(1)
    const said = stdout.trimEnd().split('\n').slice(1, -1)
    const place = (line: number) => `${join(folder, 'broken.jsonl')}, line ${line}`
    expect(said[0]).toContain(`${place(2)}: is broken JSON`)
    expect(said[0]).toContain('Get the record again')
    expect(said[1]).toContain(`${place(3)} (NCT09990002): protocolSection.statusModule.overallStatus`)
    expect(said[1]).toContain('ALMOST_OPEN')
    expect(said[2]).toContain(`${place(5)} (NCT1): protocolSection.identificationModule.nctId`)
    expect(said[3]).toContain(`${place(6)}: `)
    expect(said.at(-1)).toBe('2 added, 0 changed, 0 unchanged, 4 rejected.')
    for (const line of said.slice(0, -1)) expect(line, 'a reason and a remedy').toMatch(/: .+\. .+\.$/)
    expect(await imported()).toHaveLength(2)
  })

  test('with characters that cannot be stored is refused where they stand', async () => {
    const odd = [
      study(1, { descriptionModule: { briefSummary: 'cut\u0000short' } }),
      study(2, { identificationModule: { briefTitle: 'half \ud83d' } }),
      study(3),
    ]
    const { exitCode, stdout } = await run(['trials', write('odd.jsonl', lines(odd))])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('line 1: protocolSection.descriptionModule.briefSummary has a null character')
    expect(stdout).toContain('line 2: protocolSection.identificationModule.briefTitle has a null character or half')
    expect(stdout).toContain('1 added, 0 changed, 0 unchanged, 2 rejected.')
  })

  test('nested a hundred thousand levels deep is refused, and the next record is read', async () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`
    const { exitCode, stdout } = await run(['trials', write('deep.jsonl', `${deep}\n${lines([study(1)])}`)])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('1 added, 0 changed, 0 unchanged, 1 rejected.')
  })

  test('of a gzip file that ends too early keeps what came before the end', async () => {
    // Random-looking names, so that the records do not pack into one block that is lost whole.
    const many = Array.from({ length: 400 }, (_, index) =>
      study(index + 1, { descriptionModule: { briefSummary: `${Math.sin(index)} `.repeat(40) } }),
    )
    const packed = gzipSync(lines(many))
    const file = write('cut.jsonl.gz', packed.subarray(0, Math.floor(packed.length / 2)))
    const { exitCode, stdout } = await run(['trials', file])
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/line \d+: is a gzip file that ends too early\. Records before this point were read\./)
    expect(stdout).toMatch(/100 trials so far\n/)
    const added = (await imported()).length
    expect(added).toBeGreaterThan(0)
    expect(added).toBeLessThan(400)
    expect(stdout).toContain(`${added} added, 0 changed, 0 unchanged, 1 rejected.`)
  })

  test('that is no input at all says so', async () => {
    expect((await run(['trials', write('empty.json', '')])).exitCode).toBe(2)
    const text = await run(['trials', write('words.json', 'not json')])
    expect(text).toMatchObject({ exitCode: 2 })
    expect(text.stdout).toContain('is broken JSON')
    const missing = await run(['trials', 'nowhere.json'])
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' })
    expect(missing.stderr).toBe(`There is no file or directory ${join(folder, 'nowhere.json')}. Check the path.\n`)
  })

  test.each([[[]], [['trials']], [['patients', 'a.json']], [['trials', 'a.json', 'b.json']]])(
    'asked for as %j explains how to ask',
    async (args) => {
      const said = await run(args)
      expect(said).toMatchObject({ exitCode: 2, stdout: '' })
      expect(said.stderr).toContain('Usage: npm run import -- trials PATH')
    },
  )
})

test('stopped half-way keeps what is done, says so, and goes on when started again', async () => {
  const file = write('many.jsonl', lines(Array.from({ length: 150 }, (_, index) => study(index + 1))))
  const stop = new AbortController()
  const said: string[] = []
  const output = {
    stdout: (text: string) => {
      said.push(text)
      if (text === '100 trials so far\n') stop.abort()
    },
    stderr: (text: string) => void said.push(text),
  }
  expect((await run(['trials', file], { output, signal: stop.signal })).exitCode).toBe(1)
  expect(said.join('')).toBe(
    `Database: ${database.place}\n` +
      '100 trials so far\nStopped before the end. What is counted below is kept; import again to go on.\n' +
      `100 added, 0 changed, 0 unchanged, 0 rejected.\nKept in ${database.place}\n`,
  )
  const again = await run(['trials', file])
  expect(again.stdout).toContain('50 added, 0 changed, 100 unchanged, 0 rejected.')
})

test('an imported trial never reads as if no criterion had failed, whatever its record leaves out', async () => {
  const open = (number: number, modules: Modules) =>
    study(number, {
      statusModule: { overallStatus: 'RECRUITING' },
      conditionsModule: { conditions: ['Sarcoma'] },
      ...modules,
    })
  const noText = { eligibilityCriteria: undefined, sex: 'ALL', minimumAge: undefined, maximumAge: undefined }
  const file = write(
    'open.jsonl',
    lines([
      open(1, { eligibilityModule: noText }),
      open(2, { eligibilityModule: { ...noText, eligibilityCriteria: '' } }),
      open(3, { eligibilityModule: { ...noText, minimumAge: '1 Year' } }),
      open(4, { eligibilityModule: { ...noText, eligibilityCriteria: 'Any patient with sarcoma.' } }),
    ]),
  )
  expect((await run(['trials', file])).exitCode).toBe(0)
  const failures: string[] = []
  const handlers = jobHandlers(database, clock)
  const onFailure = (what: string, error: unknown) => void failures.push(`${what}: ${error}`)
  await runWaitingJobs({ db: database.db, handlers, onFailure }, new AbortController().signal)
  expect(failures).toEqual([])
  const outcomes = await database.db
    .selectFrom('screening')
    .innerJoin('trial', 'trial.trial_id', 'screening.trial_id')
    .select(['registry_id', 'outcome', ({ fn }) => fn.countAll<number>().as('count')])
    .where('trial.is_demonstration', '=', false)
    .groupBy(['registry_id', 'outcome'])
    .execute()
  expect(new Set(outcomes.map(({ registry_id }) => registry_id)).size).toBe(4)
  expect(outcomes.map(({ outcome }) => outcome)).not.toContain('noFailuresFound')
})
