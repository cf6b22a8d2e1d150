import { describe, expect, it } from 'vitest'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

const sections = ['## Context', '## Decision', '## Consequences']

it('every decision record has a number of its own, in sequence, and its three sections', () => {
  const records = readProjectFiles().filter(({ path }) => path.startsWith('docs/decisions/'))
  expect(records.length).toBeGreaterThanOrEqual(5)
  expect(findRecordFaults(records)).toEqual([])
})

describe('the check of decision records', () => {
  const record = (name: string, text = sections.join('\n')): ProjectFile => ({ path: `docs/decisions/${name}`, text })

  it('reports a number used twice', () => {
    const faults = findRecordFaults([record('0001-stack.md'), record('0001-database.md')])
    expect(faults).toEqual(['docs/decisions/0001-database.md: the next number is 0002'])
  })

  it('reports a number left out', () => {
    const faults = findRecordFaults([record('0001-stack.md'), record('0003-database.md')])
    expect(faults).toEqual(['docs/decisions/0003-database.md: the next number is 0002'])
  })

  it('reports a missing section', () => {
    const faults = findRecordFaults([record('0001-stack.md', '## Context\n## Decision')])
    expect(faults).toEqual(['docs/decisions/0001-stack.md: has no "## Consequences"'])
  })
})

function findRecordFaults(records: readonly ProjectFile[]): string[] {
  return records.flatMap(({ path, text }, index) => {
    const number = String(index + 1).padStart(4, '0')
    const misnumbered = path.startsWith(`docs/decisions/${number}-`) ? [] : [`${path}: the next number is ${number}`]
    const missing = sections.filter((section) => !text.split('\n').includes(section))
    return [...misnumbered, ...missing.map((section) => `${path}: has no "${section}"`)]
  })
}
