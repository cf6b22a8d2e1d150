import { addDays, addMonths, type CalendarDate } from '../../identity/calendar-date.ts'
import type { AgeLeaf, AttestLeaf, CentralReviewLeaf, ChildbearingPotentialLeaf, SexLeaf } from '../leaf.ts'
import { diagnosisOf, finding } from '../sample-record.ts'
import type { Fragment } from './fragment.ts'

type PersonLeaf = AgeLeaf | AttestLeaf | CentralReviewLeaf | ChildbearingPotentialLeaf | SexLeaf

export function personFragments(leaf: PersonLeaf, asOf: CalendarDate): readonly Fragment[] {
  switch (leaf.op) {
    case 'age':
      return ageFragments(leaf, asOf)
    case 'sex':
      return (['female', 'male', 'indeterminate'] as const).map((sex) => ({ sex }))
    case 'childbearingPotential':
      return [true, false].map((value) => ({
        observations: [finding('childbearing-potential', 'childbearing-potential', value, asOf)],
      }))
    case 'attest':
      return [true, false].map((value) => ({ observations: [finding('attestation', leaf.text, value, asOf)] }))
    case 'centralReview':
      return [leaf.result, `not-${leaf.result}`].map((value) => ({
        observations: [finding('central-review', leaf.type, value, asOf, { source: 'Reference centre' })],
      }))
  }
}

/** Somebody of 45, then births around each limit, the day before, the day itself and the day after. */
function ageFragments(leaf: AgeLeaf, asOf: CalendarDate): readonly Fragment[] {
  const diagnosedOn = addDays(asOf, -30)
  const on = leaf.at === 'diagnosis' ? diagnosedOn : asOf
  const counts = [leaf.min, leaf.max, leaf.max === undefined ? undefined : leaf.max + 1]
  const months = counts.flatMap((count) => (count === undefined ? [] : [leaf.unit === 'years' ? count * 12 : count]))
  const births = [
    addMonths(on, -45 * 12),
    ...months.flatMap((age) => [1, 0, -1].map((days) => addDays(addMonths(on, -age), days))),
    addMonths(on, -80 * 12),
  ]
  return births.map((bornOn) => ({
    bornOn,
    ...(leaf.at === 'diagnosis' ? { diagnoses: [diagnosisOf({ diagnosedOn })] } : {}),
  }))
}
