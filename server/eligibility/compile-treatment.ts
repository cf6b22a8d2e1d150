import { type RawBuilder, sql } from 'kysely'
import type { SurgeryLeaf, TherapyLeaf } from '#domain/eligibility/event-leaf.ts'
import { factNameInside } from '#domain/eligibility/fact-name.ts'
import { coveringDays } from '#domain/eligibility/freshness.ts'
import { possibleClasses } from '#domain/eligibility/is-of-class.ts'
import { classesLeavingOpen, classesMeeting } from '#domain/eligibility/treatment-class-members.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { silence } from './compile-silence.ts'
import { isOfClass } from './compile-treatment-class.ts'
import { isInTreatmentWindow, windowGap } from './compile-treatment-window.ts'
import { type Answer, met, ruleOfAnswer } from './compiled-answer.ts'
import { type CompiledRule, ruleForPerson } from './compiled-rule.ts'
import { unclassified } from './course-columns.ts'
import { isAnyOf, screeningColumn } from './screening-column.ts'

/** Whether any treatment is of the classes and fits the rest. */
export function compileTherapy(leaf: TherapyLeaf, asOf: CalendarDate): CompiledRule {
  if (leaf.any.includes('same-class-as-cohort')) return ruleForPerson('therapy:same-class-as-cohort')
  const { setting, site, cyclesMin, cyclesMax } = leaf
  const parts: readonly Part[] = [
    [isOfClass(leaf.any), sql`${'class of treatment'}::text`],
    ...(leaf.forCurrentCancer === true ? [[sql`treatment.is_for_index`, noGap] as const] : []),
    ...(setting === undefined
      ? []
      : [[isAnyOf(sql.ref('treatment.setting'), setting), sql`${'setting'}::text`] as const]),
    ...(site === undefined
      ? []
      : [[isSite(site), sql`${`whether it treated the ${factNameInside(site)}`}::text`] as const]),
    ...(cyclesMin === undefined && cyclesMax === undefined
      ? []
      : [[cyclesFit(leaf), sql`${'number of cycles'}::text`] as const]),
    [isInTreatmentWindow(leaf, asOf), windowGap(asOf)],
  ]
  const words = [
    ...classesMeeting(leaf.any),
    ...classesLeavingOpen(leaf.any).map(({ name }) => name),
    ...(possibleClasses('systemic', leaf.any).length > 0 ? [unclassified] : []),
  ]
  return ruleOfAnswer(anyTreatment(leaf, words, parts, sql`true`, asOf))
}

/** Whether any operation fits. Taking out the primary tumour is major surgery whatever else it is called. */
export function compileSurgery(leaf: SurgeryLeaf, asOf: CalendarDate): CompiledRule {
  const { procedure, margin } = leaf
  const procedures = procedure === 'major' ? ['major', 'primary-resection'] : [procedure]
  const parts: readonly Part[] = [
    [isAnyOf(sql.ref('treatment.procedure'), procedures), sql`${'procedure'}::text`],
    ...(margin === undefined ? [] : [[isAnyOf(sql.ref('treatment.margin'), margin), sql`${'margin'}::text`] as const]),
    [
      isInTreatmentWindow({ ...(leaf.withinDays === undefined ? {} : { withinDays: leaf.withinDays }) }, asOf),
      sql`${'date'}::text`,
    ],
  ]
  const isOperation = sql`treatment.kind = ${'surgery'}::text`
  return ruleOfAnswer(anyTreatment(leaf, ['surgery'], parts, isOperation, asOf))
}

/** The columns of a treatment that questions ask, in a FROM. Without any treatment recorded there are no rows. */
export const treatmentRows = sql`jsonb_to_recordset(${screeningColumn('treatments')}) as treatment(place integer, id text, kind text, classes text[], has_all_classes boolean, setting text, site text, cycles float8, half_life_days float8, started_on date, ended_on date, is_ongoing boolean, said_on date, is_for_index boolean, procedure text, margin text)`

/** What must hold of a treatment, and what is missing where that is not known. */
type Part = readonly [claim: RawBuilder<unknown>, gap: RawBuilder<unknown>]

const noGap = sql`${''}::text`

/**
 * Met by the first treatment of which every part holds; else open by the first of which none fails; else what silence
 * means. The words are asked first: most patients have had nothing of the kind, and the treatments are not looked at.
 */
function anyTreatment(
  leaf: Pick<TherapyLeaf, 'withinDays'>,
  words: readonly string[],
  parts: readonly Part[],
  isAsked: RawBuilder<unknown>,
  asOf: CalendarDate,
): Answer {
  const names = parts.map((_part, index) => sql.ref(`judged.part_${index}`))
  const claims = parts.map(([claim], index) => sql`(${claim}) as ${sql.ref(`part_${index}`)}`)
  const gaps = parts.map(([, gap], index) => sql`when (${parts[index]?.[0]}) is null then ${gap}`)
  const fits = sql.join(names, sql` and `)
  const found = sql`(select case when ${fits} then ${met} else concat(${'treatment:'}::text, judged.id, ${':'}::text, judged.gap) end from (select treatment.place, treatment.id, ${sql.join(claims)}, (case ${sql.join(gaps, sql` `)} end) as gap from ${treatmentRows} where ${isAsked} offset 0) as judged where (${fits}) is not false order by (${fits}) is true desc, judged.place limit 1)`
  const isPossible = sql`${screeningColumn('treatment_words')} && ${[...words]}::text[]`
  return sql`coalesce(case when ${isPossible} then ${found} end, ${silence('treatment-history-complete', asOf, coveringDays('treatment-history-complete', leaf))})`
}

/** Which lesion is the target is decided at trial entry, so a place in the body does not answer it. */
function isSite(asked: string): RawBuilder<unknown> {
  const other =
    asked === 'target-lesion' ? sql`treatment.site = ${'non-target-lesion'}::text` : sql`treatment.site is not null`
  return sql`case when treatment.site = ${asked}::text then true when ${other} then false end`
}

function cyclesFit({ cyclesMin, cyclesMax }: TherapyLeaf): RawBuilder<unknown> {
  const cycles = sql.ref('treatment.cycles')
  const tests = [
    sql`${cycles} = ${cycles}`,
    ...(cyclesMin === undefined ? [] : [sql`${cycles} >= ${cyclesMin}::float8`]),
    ...(cyclesMax === undefined ? [] : [sql`${cycles} <= ${cyclesMax}::float8`]),
  ]
  return sql.join(tests, sql` and `)
}
