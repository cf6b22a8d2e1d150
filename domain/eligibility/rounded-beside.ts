import { compareNumber } from './compare-number.ts'

/**
 * A number that was worked out, with two decimals, or with as many as it takes to lie on its own side of the limit: 49.996
 * beside a limit of 50 is not shown as 50.
 */
export function roundedBeside(value: number, limit: number): number {
  for (let decimals = 2; decimals < 12; decimals += 1) {
    const rounded = Number(value.toFixed(decimals))
    if (sideOf(rounded, limit) === sideOf(value, limit)) return rounded
  }
  return value
}

function sideOf(value: number, limit: number): string {
  return compareNumber(value, '=', limit) ? 'at' : compareNumber(value, '<', limit) ? 'below' : 'above'
}
