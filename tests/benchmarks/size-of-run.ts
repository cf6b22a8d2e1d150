import process from 'node:process'

/** A size from the environment, for example BENCH_PATIENTS=10000. Throws RangeError for anything but a whole number. */
export function sizeOfRun(name: string, usual: number): number {
  const given = process.env[name]
  if (given === undefined || given === '') return usual
  const size = Number(given)
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`${name} is "${given}": give a whole number from 1`)
  return size
}
