import { displayDate } from '../identity/date-words.ts'
import { milesText, type TravelLimit } from './travel-limit.ts'

/** `rankCandidates` in words, with the travel limit as it is recorded. */
export function orderingRule(limit: TravelLimit | null, isSensitive = false): string {
  const travel = travelStep(limit)
  const steps = [
    'then trials open at your own site',
    ...(travel === null ? [] : [travel]),
    'then those with the fewest criteria not met',
    'then those with the fewest still to settle',
  ]
  const rule = `Trials whose criteria are all checked by software come first, ${steps.join(', ')}.`
  if (travel !== null) return limit?.miles == null ? rule : `${rule} ${whereFrom}`
  if (isSensitive) return `${rule} Distance does not count, because the record is sensitive.`
  const gap = limit === null ? 'recorded' : `known (asked on ${displayDate(limit.on)})`
  return `${rule} Distance does not count, because how far the patient would travel is not ${gap}.`
}

/** A home address is not held, and a reader would take the patient's limit for a distance from home. */
const whereFrom = 'Distances count from your hospital, not from the patient’s home.'

function travelStep(limit: TravelLimit | null): string | null {
  if (limit === null || limit.reach === 'notKnown') return null
  const recorded = `recorded on ${displayDate(limit.on)}`
  if (limit.miles === null) return `then trials open at any distance, as the patient would travel (${recorded})`
  return `then trials open within ${milesText(limit.miles)} (${recorded}), then those at a distance not known`
}
