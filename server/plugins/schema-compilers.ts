import { type Ajv2020 as Ajv, Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { FastifyInstance } from 'fastify'
import { isCalendarDate } from '#domain/identity/calendar-date.ts'

/**
 * Validates with JSON Schema 2020-12, the dialect of OpenAPI 3.1. Addresses and headers arrive as text and are coerced;
 * bodies are taken as they are. Nothing is removed: an unknown field is an error that the caller hears of.
 */
export function setSchemaCompilers(app: FastifyInstance): void {
  const text = makeAjv('array')
  const body = makeAjv(false)
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? body : text).compile(schema as object))
  app.setSerializerCompiler(() => (data) => JSON.stringify(data))
}

/** An Ajv for the contract's schemas: strict, all errors of a small request at once, date and uuid formats. */
export function makeAjv(coerceTypes: false | 'array'): Ajv {
  const ajv = new Ajv2020({
    coerceTypes,
    useDefaults: true,
    removeAdditional: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: false,
  })
  formats.default(ajv, ['date-time', 'email', 'uri'])
  // Nobody alive was born before 1900; an earlier day is a slip, and year 0 is none that the database knows.
  ajv.addFormat('date', (text: string) => isCalendarDate(text) && text >= '1900-01-01')
  // As this service writes them: the usual format also takes capitals and "urn:uuid:", which the database may not.
  ajv.addFormat('uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  return ajv
}
