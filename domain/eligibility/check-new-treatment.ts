import type { CalendarDate } from '../identity/calendar-date.ts'
import { dateFaults, fault, type ItemFault } from './item-fault.ts'
import type { NewTreatment } from './new-patient-item.ts'
import type { PatientRecord, Treatment } from './patient-record.ts'
import { treatmentClasses } from './treatment-classes.ts'
import { treatmentRow } from './treatment-row.ts'

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
    ...days,
    ...(days.length === 0 ? courseFaults(row) : []),
  ]
}

type Course = Pick<Treatment, 'startedOn' | 'endedOn' | 'isOngoing'>

function courseFaults({ startedOn, endedOn, isOngoing }: Course): readonly ItemFault[] {
  if (startedOn === null && endedOn === null)
    return fault('/startedOn', 'The treatment has no date: give the first day, the last day or both')
  if (isOngoing && endedOn !== null)
    return fault('/endedOn', 'A treatment that goes on has no last day: say that it has ended, or leave the day out')
  if (startedOn !== null && endedOn !== null && endedOn < startedOn)
    return fault('/endedOn', `The last day ${endedOn} is before the first day ${startedOn}: check both`)
  return []
}
