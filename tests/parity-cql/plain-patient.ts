import cql, { type PatientObject } from 'cql-execution'
import type { PlainRecord } from './plain-record.ts'

/** A plain record in the form in which cql-execution asks for a patient; texts that are days become dates of CQL. */
export class PlainPatient implements PatientObject {
  readonly #fields: ReadonlyMap<string, unknown>
  readonly #patientId: string

  constructor(record: PlainRecord) {
    this.#patientId = record.patientId
    this.#fields = new Map(Object.entries(record).map(([name, value]) => [name, withDates(value)]))
  }

  get(field: string): unknown {
    return this.#fields.get(field)
  }

  getId(): string {
    return this.#patientId
  }

  findRecords(profile: string | null): PatientObject[] {
    return profile === 'Patient' ? [this] : []
  }

  getCode(): null {
    return null
  }

  getDate(): null {
    return null
  }

  getDateOrInterval(): null {
    return null
  }
}

function withDates(value: unknown): unknown {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? cql.Date.parse(value) : value
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withDates(part)]))
}
