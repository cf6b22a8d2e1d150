import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exampleStudy } from './clinical-trials-gov/example-study.ts'
import { readTrials } from './read-trials.ts'

test('a broken line and a broken record stand between good trials and do not stop them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'read-trials-'))
  try {
    const path = join(folder, 'trials.jsonl')
    const good = JSON.stringify(exampleStudy)
    const wrong = good.replace('"RECRUITING"', '"RECRUITNG"')
    await writeFile(path, [good, '{"protocolSection":', wrong, good].join('\n'))
    const seen: string[] = []
    for await (const entry of readTrials(path)) {
      if (entry.kind === 'trial') seen.push(`${entry.place.line} ${entry.trial.registryId}`)
      if (entry.kind === 'rejected') seen.push(`${entry.rejection.place.line} ${entry.rejection.problems[0]?.path}`)
    }
    expect(seen).toEqual(['1 NCT09990001', '2 ', '3 protocolSection.statusModule.overallStatus', '4 NCT09990001'])
  } finally {
    await rm(folder, { recursive: true })
  }
})
