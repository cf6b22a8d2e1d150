/** "1 day", "28 days". */
export function daysText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}

/** A window as protocols write it, and what is counted: "28 days", "5 years (1826 days)". */
export function windowText(days: number): string {
  const words = longWindows.get(days)
  return words === undefined ? daysText(days) : `${words} (${daysText(days)})`
}

/** Months and years as they are turned into days where a rule is written. */
const longWindows: ReadonlyMap<number, string> = new Map([
  [183, '6 months'],
  [365, '12 months'],
  [730, '2 years'],
  [1096, '3 years'],
  [1826, '5 years'],
])
