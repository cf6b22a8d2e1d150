import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import type { ConditionLeaf, InfectionLeaf, MedicationLeaf, OtherMalignancyLeaf, ToxicityLeaf } from '../event-leaf.ts'
import type { Assertion, Observation } from '../patient-record.ts'
import { confirmed, finding } from '../sample-record.ts'
import { daysBack } from './disease-fragments.ts'
import type { Fragment } from './fragment.ts'

type EventLeaf = ConditionLeaf | InfectionLeaf | MedicationLeaf | OtherMalignancyLeaf | ToxicityLeaf

/** What the leaf asks about and what it does not, with and without its category confirmed complete. */
export function eventFragments(leaf: EventLeaf, asOf: CalendarDate): readonly Fragment[] {
  const assertions = [confirmed(categories[leaf.op], asOf)]
  const rows = rowsOf(leaf, asOf)
  return [
    ...rows.map((row) => ({ observations: [row] })),
    { assertions },
    ...rows.map((row) => ({ observations: [row], assertions })),
  ]
}

const categories: Readonly<Record<EventLeaf['op'], Assertion['category']>> = {
  condition: 'comorbidities-reviewed',
  toxicity: 'comorbidities-reviewed',
  otherMalignancy: 'comorbidities-reviewed',
  medication: 'medicines-reviewed',
  infection: 'infection-status-reviewed',
}

function rowsOf(leaf: EventLeaf, asOf: CalendarDate): readonly Observation[] {
  const day = (daysAgo: number) => addDays(asOf, -daysAgo)
  const windowDays = 'withinDays' in leaf ? leaf.withinDays : undefined
  const days = daysBack(windowDays)
  switch (leaf.op) {
    case 'condition': {
      const detail = {
        ...(leaf.needsSystemicTherapy === undefined ? {} : { needsSystemicTherapy: true }),
        ...(leaf.severityMin === undefined ? {} : { severity: leaf.severityMin }),
      }
      return ['active', 'history', 'absent'].flatMap((word) =>
        days.map((ago) => finding('condition', leaf.concept, word, day(ago), { detail })),
      )
    }
    case 'medication': {
      const dose = leaf.doseMgPredEqMin
      const detail = dose === undefined ? {} : { doseMgPredEq: dose + 1 }
      return ['active', 'stopped', 'absent'].flatMap((word) =>
        days.map((ago) => finding('medication', leaf.concept, word, day(ago), { detail })),
      )
    }
    case 'infection':
      return [leaf.result, 'negative', 'indeterminate'].map((word) => finding('infection', leaf.agent, word, day(5)))
    case 'toxicity': {
      const grade = leaf.gradeMin ?? 2
      const term = leaf.onlyTerms?.[0] ?? (leaf.term === undefined || leaf.term === 'any' ? 'fatigue' : leaf.term)
      const detail = leaf.term === 'immune-related' ? { class: 'immune-related' } : {}
      const asked = [grade, grade - 1].flatMap((value) =>
        days.map((ago) =>
          finding('toxicity', detail.class === undefined ? term : 'colitis', value, day(ago), { detail }),
        ),
      )
      return [...asked, finding('toxicity', 'nausea', grade, day(5)), finding('toxicity', 'fatigue', 'present', day(5))]
    }
    case 'otherMalignancy':
      return [...(leaf.onlyTypes ?? []), 'C61'].flatMap((type) =>
        days.map((ago) => finding('other-malignancy', type, 'history', day(ago))),
      )
  }
}
