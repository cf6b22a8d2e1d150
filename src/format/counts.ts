const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** A number with commas from 1,000. */
export function countText(count: number): string {
  return whole.format(count)
}

/** `1 patient`, `1,240 patients`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${countText(count)} ${count === 1 ? one : many}`
}

/** A total that the server may have stopped counting: `240`, `more than 1,000`. */
export function totalText(total: { count: number; isCapped: boolean }): string {
  return total.isCapped ? `more than ${countText(total.count)}` : countText(total.count)
}
