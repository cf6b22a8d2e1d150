import type { components } from '#api/schema.ts'
import { counted, countText } from '../../format/counts.ts'
import { outcomeWords } from '../../ui/outcome-tag.tsx'
import type { RecordingKind, RecordingResult } from './record-patient-item.ts'
import { type SettlingEntry, trialsOf } from './settling-entries.ts'

type Schemas = components['schemas']

/** How far an item helps: "Settles 2 trials alone, contributes to 5", or "Contributes to 5 trials" where it settles none. */
export function valueSentence({ settlesAlone, contributesTo, decidesDateOf }: Schemas['SettlingItem']): string {
  if (contributesTo.length === 0) return `Decides the date of ${counted(decidesDateOf.length, 'trial')}`
  if (settlesAlone.length === 0) return `Contributes to ${counted(contributesTo.length, 'trial')}`
  return `Settles ${counted(settlesAlone.length, 'trial')} alone, contributes to ${countText(contributesTo.length)}`
}

/** "4 items, contribute to 5 trials". */
export function groupSentence(group: SettlingEntry & { readonly kind: 'group' }): string {
  const items = counted(group.items.length, 'item')
  const dated = new Set(group.items.flatMap(({ decidesDateOf }) => decidesDateOf)).size
  if (trialsOf(group).length === 0) return `${items}, decide the date of ${counted(dated, 'trial')}`
  return `${items}, contribute to ${counted(trialsOf(group).length, 'trial')}`
}

/** "6 results, contribute to 5 trials", or with those that settle one: "6 results. Settles 1 trial alone (ANC), …". */
export function sampleSentence(sample: SettlingEntry & { readonly kind: 'sample' }): string {
  const results = counted(sample.results.length, 'result')
  const trials = trialsOf(sample).length
  const settling = sample.items.filter(({ settlesAlone }) => settlesAlone.length > 0)
  if (settling.length === 0) return `${results}, contribute to ${counted(trials, 'trial')}`
  const settled = counted(new Set(settling.flatMap(({ settlesAlone }) => settlesAlone)).size, 'trial')
  const names = settling.map(({ label }) => label).join(', ')
  return `${results}. Settles ${settled} alone (${names}), contributes to ${countText(trials)}`
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
  if (changes.length === 0) return `${recorded} No trial changed its outcome or date.`
  const shown = changes.slice(0, shownChanges).map(wordsOf)
  const left = changes.length - shown.length
  const more = left === 0 ? [] : [`and ${counted(left, 'other')}`]
  return `${recorded} ${counted(changes.length, 'trial')} changed: ${[...shown, ...more].join('; ')}.`
}

function wordsOf({ registryId, from, to, isSetByClinician, meetingDay }: Schemas['OutcomeChange']): string {
  if (to === null) return `${registryId} is no longer offered`
  if (from === to && meetingDay !== null)
    return `${registryId}: ${meetingDay.replace(/^./u, (first) => first.toLowerCase())}`
  const words = `${from === null ? ' is offered now' : ''}: ${outcomeWords[to].label.toLowerCase()}`
  const whose = isSetByClinician ? ', set by a clinician' : ''
  return `${registryId}${from === null ? words : ` is now${words}`}${whose}`
}
