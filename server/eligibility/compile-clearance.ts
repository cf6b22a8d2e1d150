import { type RawBuilder, sql } from 'kysely'
import { weightWindowDays } from '#domain/eligibility/freshness.ts'
import type { LabLeaf } from '#domain/eligibility/leaf.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { comparableLimits } from './comparable-measure.ts'
import { latestBirth } from './compile-age.ts'
import { compileComparison } from './compile-comparison.ts'
import { claimOfEntry, hasSeveralResults, readingClaim } from './compile-reading.ts'
import { type CompiledRule, nothing, twoValued } from './compiled-rule.ts'
import { countedCreatinines, workedOutClearance } from './reading-columns.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/**
 * Creatinine clearance: worked out where creatinine and weight are fresh and the rest is known, else as reported, else
 * every part that stops it is asked.
 */
export function compileClearance(leaf: LabLeaf, asOf: CalendarDate, windowDays: number): CompiledRule {
  const isCurrent = {
    creatinine: isFresh(screeningColumn('lab_creatinine_on'), asOf, windowDays),
    weight: isFresh(screeningColumn('weight_on'), asOf, weightWindowDays),
  }
  const gaps = sql.ref('clearance.gaps')
  const isWorkedOut = sql`${gaps} = ${nothing}`
  // The gaps are looked for once in each of these.
  const withGaps = <Answer>(answer: RawBuilder<unknown>) =>
    sql<Answer>`(select ${answer} from (select ${gapsOf(isCurrent, asOf)} as gaps offset 0) as clearance)`
  const reported = readingClaim('lab:crcl-cg', { ...leaf, code: leaf.analyte, limit: leaf.value, windowDays }, asOf)
  const value = withGaps<boolean | null>(sql`case when ${isWorkedOut} then ${workedOut(leaf)} else ${reported} end`)
  const isGap = (item: string) => sql`${item}::text = any(${gaps})`
  const isStopped = sql`(${isGap('lab:creatinine')} and ${isCurrent.creatinine} or ${isGap('observation:weight')} and ${isCurrent.weight})`
  return {
    ...twoValued(value),
    value,
    whenOpen: {
      missing: withGaps(sql`case when ${isWorkedOut} then ${comparedParts(leaf)} else ${gaps} end`),
      needsData: withGaps(sql`${gaps} <> array[${underAge}::text]`),
    },
    isIncomparable: sql`(${value} is null and ${withGaps(sql`${isWorkedOut} or ${isStopped} is true`)})`,
  }
}

/** The item of a child, whom the formula is not for. */
const underAge = 'lab:gfr-measured'

/** Null where what was worked out cannot be compared, or lies on both sides because a part was measured twice. */
function workedOut(leaf: LabLeaf): RawBuilder<unknown> {
  const limit = limitOf(leaf)
  if (limit === undefined) return sql`null::boolean`
  const ofSeveral = claimOfEntry(workedOutClearance, compileComparison(sql.ref('reading.number'), leaf.cmp, limit))
  return sql`coalesce(${compileComparison(screeningColumn('creatinine_clearance'), leaf.cmp, limit)}, ${ofSeveral})`
}

function limitOf({ value, unit, analyte }: LabLeaf): number | undefined {
  if (typeof value !== 'number') return undefined
  return comparableLimits(value, unit, analyte).find((measure) => measure.unit === 'mL/min')?.number
}

/** What settles a clearance that is worked out and does not answer: the parts measured twice, or a limit in another unit. */
function comparedParts(leaf: LabLeaf): RawBuilder<unknown> {
  const itself = sql`array[${'lab:crcl-cg'}::text]`
  if (limitOf(leaf) === undefined) return itself
  const repeated = ['lab:creatinine', 'observation:weight'].map(
    (key) => sql`case when ${hasSeveralResults(key)} then ${key}::text end`,
  )
  return sql`coalesce(nullif(array_remove(array[${sql.join(repeated)}], null), ${nothing}), ${itself})`
}

/** The keys of all parts that stop it; empty where it can be worked out. Never null. */
function gapsOf(
  isCurrent: Readonly<Record<'creatinine' | 'weight', RawBuilder<boolean>>>,
  asOf: CalendarDate,
): RawBuilder<string[]> {
  const bornOn = screeningColumn('born_on')
  const isChild = sql`${bornOn} > ${latestBirth(18, 'years', asOf)}::date`
  const creatinine = sql`${isCurrent.creatinine} and (${screeningColumn('lab_creatinine')} > 0 or ${isHeld(countedCreatinines)})`
  const weight = sql`${isCurrent.weight} and ${screeningColumn('weight_kg')} > 0`
  const parts: readonly (readonly [isGap: RawBuilder<unknown>, item: string])[] = [
    [sql`(${creatinine}) is not true`, 'lab:creatinine'],
    [sql`(${weight}) is not true`, 'observation:weight'],
    [sql`${bornOn} is null`, 'birth-date'],
    [sql`(${isAnyOf(screeningColumn('sex'), ['female', 'male'])}) is not true`, 'sex'],
  ]
  const gaps = sql`array_remove(array[${sql.join(parts.map(([isGap, item]) => sql`case when ${isGap} then ${item}::text end`))}], null)`
  const isWorkedOut = sql`(${screeningColumn('creatinine_clearance')} is not null or ${isHeld(workedOutClearance)})`
  // Of somebody who came of age after the sample no number is stored.
  return sql`(case when ${isChild} then array[${underAge}::text] when ${isWorkedOut} is true then ${gaps} else coalesce(nullif(${gaps}, ${nothing}), array[${underAge}::text]) end)`
}

function isHeld(key: string): RawBuilder<unknown> {
  return sql`${screeningColumn('readings')} ? ${key}::text`
}
