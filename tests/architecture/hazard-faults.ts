import { type Hazard, ratingOf } from './hazard-log.ts'
import type { ProjectFile } from './project-files.ts'
import { testTitlesIn } from './test-titles.ts'

/** The greatest risk that may be left where a hazard is called controlled: undesirable, and tolerated with reason. */
const greatestResidual = 3

/** What is wrong with the hazard log: a proof that is gone, a number used twice or left out, a risk that does not fit. */
export function hazardFaults(hazards: readonly Hazard[], files: readonly ProjectFile[]): string[] {
  const titles = new Map(files.map((file) => [file.path, file]))
  const known = new Map<string, ReadonlySet<string>>()
  const titlesOf = (path: string): ReadonlySet<string> => {
    const file = titles.get(path)
    const found = known.get(path) ?? new Set(file === undefined ? [] : testTitlesIn(file))
    known.set(path, found)
    return found
  }
  return [
    ...numberFaults(hazards),
    ...hazards.flatMap((hazard) => [...riskFaults(hazard), ...proofFaults(hazard, titlesOf)]),
  ]
}

function proofFaults({ id, controls }: Hazard, titlesOf: (path: string) => ReadonlySet<string>): string[] {
  return controls
    .flatMap(({ tests }) => tests)
    .filter(({ file, title }) => !titlesOf(file).has(title))
    .map(({ file, title }) => `${id}: ${file} has no test "${title}"`)
}

function riskFaults({ id, state, initial, residual }: Hazard): string[] {
  const [before, after] = [ratingOf(initial), ratingOf(residual)]
  return [
    ...(after > before ? [`${id}: the risk that is left (${after}) is greater than the risk before (${before})`] : []),
    ...(state === 'controlled' && after > greatestResidual
      ? [`${id}: a risk of ${after} is left, so it is not controlled`]
      : []),
  ]
}

function numberFaults(hazards: readonly Hazard[]): string[] {
  return ['H', 'F'].flatMap((letter) =>
    hazards
      .filter(({ id }) => id.startsWith(letter))
      .flatMap(({ id }, index) => {
        const expected = `${letter}${String(index + 1).padStart(2, '0')}`
        return id === expected ? [] : [`${id}: the next number is ${expected}`]
      }),
  )
}
