import { type Ajv2020 as Ajv, Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { isCalendarDate } from '#domain/identity/calendar-date.ts'
import { faultValidator } from './fault-validator.ts'
import { writtenAnswer } from './written-ahead.ts'

/**
 * Validates with JSON Schema 2020-12, the dialect of OpenAPI 3.1. Addresses and headers arrive as text and are coerced;
 * bodies are taken as they are. Nothing is removed: an unknown field is an error that the caller hears of.
 */
export function setSchemaCompilers(app: FastifyInstance): void {
  const text = { first: makeAjv('array'), all: makeAjv('array', { allErrors: true }) }
  const body = { first: makeAjv(false), all: makeAjv(false, { allErrors: true }) }
  app.setValidatorCompiler(({ schema, httpPart }) =>
    faultValidator(httpPart === 'body' ? body : text, schema as object),
  )
  app.setSerializerCompiler(() => writtenAnswer)
}

/** An Ajv for the contract's schemas: strict, with date and uuid formats. It stops at the first fault unless told not to. */
export function makeAjv(coerceTypes: false | 'array', { allErrors = false } = {}): Ajv {
  const ajv = new Ajv2020({
    coerceTypes,
    useDefaults: true,
    removeAdditional: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors,
    // Tells a parameter that was given twice from one of the wrong kind.
    verbose: true,
    discriminator: true,
  })
  formats.default(ajv, ['date-time', 'email', 'uri'])
  // Nobody alive was born before 1900; an earlier day is a slip, and year 0 is none that the database knows.
  ajv.addFormat('date', (text: string) => isCalendarDate(text) && text >= '1900-01-01')
  // As this service writes them: the usual format also takes capitals and "urn:uuid:", which the database may not.
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  return ajv
}
