import type { ChartMonth } from './chart-months.ts'

/** How to read the chart, naming only what it draws. */
export function chartSentence(months: readonly ChartMonth[]): string {
  const hasPlan = months.some(({ planned }) => planned !== null)
  const firstIncomplete = months.find(({ isPast, complete }) => isPast && complete === null)
  return [
    'The solid line with dots is everybody recruited so far.',
    hasPlan
      ? `The dashed line is the agreed UK target by the end of each month, straight from opening to planned close${stillRunning(months)}.`
      : 'No UK target is agreed, so there is no line to compare with.',
    firstIncomplete === undefined
      ? 'Every site has reported every month.'
      : `From ${firstIncomplete.name} on the line is dotted: returns are missing, and the true number may be higher. A cross marks each month with a missing return.`,
  ].join(' ')
}

/** The plan is drawn to the end of a month of which only a part has gone. */
function stillRunning(months: readonly ChartMonth[]): string {
  const present = months.findLast(({ isPast }) => isPast)
  return present === undefined ? '' : `; ${present.name} is not over yet`
}
