import * as v from 'valibot'
import { parse } from 'yaml'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

const likelihoods = ['very-high', 'high', 'medium', 'low', 'very-low'] as const
const severities = ['minor', 'significant', 'considerable', 'major', 'catastrophic'] as const

const text = v.pipe(v.string(), v.trim(), v.minLength(10))
const risk = v.strictObject({ likelihood: v.picklist(likelihoods), severity: v.picklist(severities) })
const proof = v.strictObject({ file: v.pipe(v.string(), v.minLength(1)), title: v.pipe(v.string(), v.minLength(1)) })
const parts = {
  id: v.pipe(v.string(), v.regex(/^[HF]\d{2}$/)),
  title: text,
  cause: text,
  effect: text,
  initial: risk,
  residual: risk,
}
const control = <const Least extends number>(least: Least) =>
  v.array(v.strictObject({ what: text, tests: v.pipe(v.array(proof), v.minLength(least)) }))

/** What is controlled has controls, each proved by a test; what is open names the feature that it waits for. */
const hazard = v.variant('state', [
  v.strictObject({ ...parts, state: v.literal('controlled'), controls: v.pipe(control(1), v.minLength(1)) }),
  v.strictObject({ ...parts, state: v.literal('open'), controls: control(1), waitsFor: text }),
])

export type Hazard = v.InferOutput<typeof hazard>
export type Risk = v.InferOutput<typeof risk>

const folder = 'docs/clinical-safety/hazards/'

/** Every hazard of the log, in order of its identifier. */
export function readHazards(files: readonly ProjectFile[] = readProjectFiles()): readonly Hazard[] {
  return files
    .filter(({ path }) => path.startsWith(folder))
    .map(readHazard)
    .sort((a, b) => order(a.id) - order(b.id))
}

/** @throws Error that names the file and the place for a hazard that is not of the form above */
export function readHazard({ path, text: yaml }: ProjectFile): Hazard {
  const read = v.safeParse(hazard, parse(yaml))
  if (!read.success) {
    const faults = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
    throw new Error(`${path} is not a hazard. ${faults.join('; ')}`)
  }
  if (!path.startsWith(`${folder}${read.output.id.toLowerCase()}-`)) {
    throw new Error(`${path} holds the hazard ${read.output.id}: its name must begin with that.`)
  }
  return read.output
}

/** The starter hazards first, then those found. */
function order(id: string): number {
  return (id.startsWith('H') ? 0 : 100) + Number(id.slice(1))
}

/** Rows: likelihood, from very high to very low. Columns: severity, from minor to catastrophic. */
const ratings = [
  [3, 4, 4, 5, 5],
  [2, 3, 3, 4, 5],
  [2, 2, 3, 3, 4],
  [1, 2, 2, 3, 4],
  [1, 1, 2, 2, 3],
]

/** From 1, acceptable, to 5, not acceptable, by the matrix of DCB0129. */
export function ratingOf({ likelihood, severity }: Risk): number {
  const rating = ratings[likelihoods.indexOf(likelihood)]?.[severities.indexOf(severity)]
  if (rating === undefined) throw new RangeError(`No rating of ${likelihood} and ${severity}.`)
  return rating
}
