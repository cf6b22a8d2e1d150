import { type RawBuilder, sql } from 'kysely'
import { possibleClasses } from '#domain/eligibility/is-of-class.ts'
import { classesLeavingOpen, classesMeeting } from '#domain/eligibility/treatment-class-members.ts'

/** Whether `treatment`, a row of the FROM, is of any of some classes; null where that is open. */
export function isOfClass(asked: readonly string[]): RawBuilder<unknown> {
  const classes = sql.ref('treatment.classes')
  const ofKind = (kind: string, name = kind) =>
    asked.includes(name) ? [sql`when treatment.kind = ${kind}::text then true`] : []
  const mayBe = (kind: 'systemic' | 'radiotherapy') =>
    possibleClasses(kind, asked).length > 0
      ? [sql`when treatment.kind = ${kind}::text and not treatment.has_all_classes then null`]
      : []
  const wide = classesLeavingOpen(asked).map(
    ({ name, members }) =>
      sql`when ${classes} @> ${[name]}::text[] and not ${classes} && ${[...members]}::text[] then null`,
  )
  const cases = [
    sql`when ${classes} && ${[...classesMeeting(asked)]}::text[] then true`,
    ...ofKind('surgery'),
    sql`when treatment.kind = ${'surgery'}::text then false`,
    ...ofKind('radiotherapy'),
    ...ofKind('systemic', 'systemic-any'),
    ...mayBe('systemic'),
    ...mayBe('radiotherapy'),
    ...wide,
  ]
  return sql`case ${sql.join(cases, sql` `)} else false end`
}
