import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describeMachine, type Machine } from './machine.ts'

export interface BenchmarkResults {
  readonly title: string
  /** What was done, in sentences: sizes, and what of it was estimated. */
  readonly method: readonly string[]
  readonly measurements: readonly Measurement[]
}

export interface Measurement {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** Where the issue sets one; `isKept` says whether the value keeps it. */
  readonly bound?: { readonly text: string; readonly isKept: boolean }
}

/** Writes the results under the name of the benchmark, for machines and for people, and prints the latter. */
export function writeResults(name: string, results: BenchmarkResults): void {
  const folder = fileURLToPath(new URL('results/', import.meta.url))
  const machine = describeMachine()
  const measuredOn = new Date().toISOString().slice(0, 10)
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}${name}.json`, `${JSON.stringify({ measuredOn, machine, ...results }, null, 2)}\n`)
  const text = resultsAsText(results, machine, measuredOn)
  writeFileSync(`${folder}${name}.md`, text)
  console.log(text)
}

export function resultsAsText(
  { title, method, measurements }: BenchmarkResults,
  machine: Machine,
  measuredOn: string,
): string {
  const { processor, cores, memoryGb, system, node } = machine
  return [
    `# ${title}`,
    '',
    `Measured on ${measuredOn}: ${processor}, ${cores} cores, ${memoryGb} GB, ${system}, Node ${node}.`,
    '',
    ...method.map((sentence) => `- ${sentence}`),
    '',
    '| What | Measured | Bound | |',
    '|---|---:|---|---|',
    ...measurements.map(rowOf),
    '',
  ].join('\n')
}

function rowOf({ what, value, unit, bound }: Measurement): string {
  const measured = `${displayNumber(value)} ${unit}`.trim()
  return bound === undefined
    ? `| ${what} | ${measured} | | |`
    : `| ${what} | ${measured} | ${bound.text} | ${bound.isKept ? 'kept' : '**not kept**'} |`
}

/** Three significant digits; whole numbers as they are. */
function displayNumber(value: number): string {
  return Number.isInteger(value) ? value.toLocaleString('en-GB') : Number(value.toPrecision(3)).toLocaleString('en-GB')
}
