import type { CalendarDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import { dateFaults, fault, type ItemFault } from './item-fault.ts'
import type { NewTreatment } from './new-patient-item.ts'
import type { PatientRecord, Treatment } from './patient-record.ts'
import { treatmentClasses } from './treatment-classes.ts'
import { partsOfKind, procedureChoices, siteChoices, type TreatmentPart, treatmentKinds } from './treatment-parts.ts'
import { treatmentRow } from './treatment-row.ts'
import type { Choice } from './value-shape.ts'

/** Checks a treatment as it would stand: of a correction together with the row that it corrects. */
export function checkNewTreatment(record: PatientRecord, item: NewTreatment, asOf: CalendarDate): readonly ItemFault[] {
  const corrected = record.treatments.find(({ id }) => id === item.replaces) ?? null
  if (corrected === null && item.treatmentKind === undefined)
    return fault('/treatmentKind', 'The kind of treatment is missing: systemic, radiotherapy or surgery')
  if (corrected === null && item.name === undefined)
    return fault('/name', 'The name of the treatment is missing: give the drugs, the field or the operation')
  const row = treatmentRow(item, corrected)
  const unknown = (item.classes ?? []).find((name) => !treatmentClasses.includes(name))
  const days = (['startedOn', 'endedOn'] as const).flatMap((name) => {
    const day = item[name]
    return day == null ? [] : dateFaults(`/${name}`, day, record, asOf)
  })
  return [
    ...(unknown === undefined ? [] : fault('/classes', `"${unknown}" is not one of ${treatmentClasses.join(', ')}`)),
    ...wordFaults('/procedure', item.procedure, procedureChoices, corrected?.procedure),
    ...wordFaults('/site', item.site, siteChoices, corrected?.site),
    ...foreignPartFaults(row, item, corrected),
    ...days,
    ...(days.length === 0 ? courseFaults(row, corrected) : []),
  ]
}

/** A word that was recorded before the list was closed may stay. */
function wordFaults(
  pointer: string,
  word: string | null | undefined,
  choices: readonly Choice[],
  recorded: string | null | undefined,
): readonly ItemFault[] {
  if (word == null || word === recorded || choices.some(({ value }) => value === word)) return []
  return fault(pointer, `"${word}" is not one of ${choices.map(({ value }) => value).join(', ')}`)
}

/**
 * What was recorded of another kind before is let be, as long as the kind stays: somebody who adds a date is not asked
 * about it.
 */
function foreignPartFaults(
  row: Pick<Treatment, 'kind' | TreatmentPart>,
  item: NewTreatment,
  corrected: Treatment | null,
): readonly ItemFault[] {
  const { kind } = row
  const hasKept = corrected !== null && corrected.kind === kind
  return parts.flatMap((part) => {
    if (partsOfKind[kind].includes(part) || isEmpty(row[part]) || (hasKept && item[part] === undefined)) return []
    const name = treatmentKinds.find(({ value }) => value === kind)?.label ?? kind
    return fault(`/${part}`, `${name} has no ${partNames[part]}: leave it out, or check the kind of treatment`)
  })
}

const partNames: Readonly<Record<TreatmentPart, string>> = {
  classes: 'classes',
  hasAllClasses: 'list of classes',
  line: 'line',
  isOngoing: 'course that goes on',
  cycles: 'cycles',
  halfLifeDays: 'half-life',
  procedure: 'sort of operation',
  margin: 'resection margin',
  site: 'treated lesion',
}

const parts: readonly TreatmentPart[] = [
  'classes',
  'hasAllClasses',
  'line',
  'isOngoing',
  'cycles',
  'halfLifeDays',
  'procedure',
  'margin',
  'site',
]

function isEmpty(value: Treatment[TreatmentPart]): boolean {
  return value === null || value === false || (typeof value === 'object' && value.length === 0)
}

type Course = Pick<Treatment, 'startedOn' | 'endedOn' | 'isOngoing'>

/** A treatment without a date answers no question of time; one that was recorded so may still be corrected otherwise. */
function courseFaults({ startedOn, endedOn, isOngoing }: Course, corrected: Course | null): readonly ItemFault[] {
  const wasDated = corrected === null || corrected.startedOn !== null || corrected.endedOn !== null
  if (startedOn === null && endedOn === null && wasDated)
    return fault('/startedOn', 'The treatment has no date: give the first day, the last day or both')
  if (isOngoing && endedOn !== null)
    return fault('/endedOn', 'A treatment that goes on has no last day: say that it has ended, or leave the day out')
  if (startedOn !== null && endedOn !== null && endedOn < startedOn)
    return fault(
      '/endedOn',
      `The last day, ${displayDate(endedOn)}, is before the first day, ${displayDate(startedOn)}: check both`,
    )
  return []
}
