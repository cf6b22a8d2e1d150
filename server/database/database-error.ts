/** What PostgreSQL says about an error besides its message. The property names are those of the `pg` driver. */
export const databaseErrorFields = [
  'code',
  'severity',
  'detail',
  'hint',
  'position',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'routine',
] as const

export type DatabaseErrorFields = Partial<Record<(typeof databaseErrorFields)[number], string>>

/** An error that the database in the worker thread raised; the counterpart of `pg`'s own DatabaseError. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  /** Five-character SQLSTATE, for example '23505' for a duplicate key. */
  declare readonly code?: string
  declare readonly constraint?: string

  constructor(message: string, fields: DatabaseErrorFields) {
    super(message)
    Object.assign(this, fields)
  }
}

/** The SQLSTATE of an error from either engine, or null for an error that did not come from the database. */
export function sqlState(error: unknown): string | null {
  return textField(error, 'code', /^[0-9A-Z]{5}$/)
}

/** The name of the constraint that an error from either engine reports as violated, or null. */
export function violatedConstraint(error: unknown): string | null {
  return textField(error, 'constraint', /./)
}

function textField(error: unknown, field: 'code' | 'constraint', form: RegExp): string | null {
  if (!(error instanceof Error) || !(field in error)) return null
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' && form.test(value) ? value : null
}
