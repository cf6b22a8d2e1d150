import { isOneOfWords, type ValueCheck } from './field-check.ts'
import { treatmentClasses } from './treatment-classes.ts'
import { surgicalProcedures, treatmentSettings } from './treatment-words.ts'
import { readEvent } from './trial-events.ts'

const plainEvents: readonly string[] = [
  ...['firstLine.start', 'firstLine.end', 'lastLine.start', 'lastLine.end'],
  ...surgicalProcedures.map((procedure) => `surgery.${procedure}`),
]
const treatmentNames: readonly string[] = [...treatmentSettings, ...treatmentClasses]
const name = `(?:${treatmentNames.join('|')})`

/** What an interval can count from: a line, an operation, or the last treatment of some settings or classes. */
export const isIntervalEvent: ValueCheck = {
  kind: 'value',
  accepts: (input) => typeof input === 'string' && (plainEvents.includes(input) || isLastTreatment(input)),
  wanted: `${isOneOfWords(...plainEvents).wanted}, or therapy.last(…).end with ${treatmentNames.join(', ')} between bars, such as therapy.last(neoadjuvant|adjuvant).end`,
  schema: {
    anyOf: [{ enum: plainEvents }, { type: 'string', pattern: `^therapy\\.last\\(${name}(?:\\|${name})*\\)\\.end$` }],
  },
}

function isLastTreatment(event: string): boolean {
  const asked = readEvent(event)
  return asked?.kind === 'therapy' && asked.names.every((each) => treatmentNames.includes(each))
}
