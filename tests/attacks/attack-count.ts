import { testEngine } from '../support/database-template.ts'

const counts = new Map<string, number>()

/** Counts one attack that was tried and withstood. */
export function withstood(kind: string, times = 1): void {
  counts.set(kind, (counts.get(kind) ?? 0) + times)
}

/** Prints how many were tried of each kind, for the output of the run. */
export function printAttacks(): void {
  const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  console.log(`Attacks on ${testEngine}: ${total} tried and withstood; ${kinds.join(', ')}.`)
}
