import type { components } from '#api/schema.ts'
import { counted, countText } from '../../format/counts.ts'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import type { RecordingKind, RecordingResult } from './record-patient-item.ts'

type Schemas = components['schemas']

/** How far an item helps: "Settles 2 trials alone, contributes to 5", or "Contributes to 5 trials" where it settles none. */
export function valueSentence({ settlesAlone, contributesTo }: Schemas['SettlingItem']): string {
  if (settlesAlone.length === 0) return `Contributes to ${counted(contributesTo.length, 'trial')}`
  return `Settles ${counted(settlesAlone.length, 'trial')} alone, contributes to ${countText(contributesTo.length)}`
}

const shownChanges = 4

type Recorded = Omit<Extract<RecordingResult, { kind: 'recorded' }>, 'kind'>

const doneWords: Readonly<Record<RecordingKind, string>> = {
  recorded: 'Recorded',
  corrected: 'Corrected',
  withdrawn: 'Taken back',
  restored: 'Brought back what stood before',
}

/** What a recorded value did: "Recorded: Platelets. 1 trial changed: DEMO-PEN-01 is now Needs a clinician." */
export function changeSentence({ what, label, changes, opposing }: Recorded): string {
  const said = opposing.length === 0 ? '' : ' Something else is recorded that says otherwise: see below.'
  const recorded = `${doneWords[what]}: ${label}.${said}`
  if (changes.length === 0) return `${recorded} No trial changed its outcome.`
  const shown = changes.slice(0, shownChanges).map(wordsOf)
  const left = changes.length - shown.length
  const more = left === 0 ? [] : [`and ${counted(left, 'other')}`]
  return `${recorded} ${counted(changes.length, 'trial')} changed: ${[...shown, ...more].join('; ')}.`
}

function wordsOf({ registryId, from, to, isSetByClinician }: Schemas['OutcomeChange']): string {
  if (to === null) return `${registryId} is no longer offered`
  const words = `${from === null ? ' is offered now' : ''}: ${outcomeWords[to].label.toLowerCase()}`
  const whose = isSetByClinician ? ', set by a clinician' : ''
  return `${registryId}${from === null ? words : ` is now${words}`}${whose}`
}
