import type { ValidateFunction } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { makeAjv } from './schema-compilers.ts'

interface AnswerSchemas {
  readonly [status: string]: { readonly content?: Readonly<Record<string, { readonly schema: object }>> }
}

/** Compares every answer with the contract before it is sent. Used in tests, where a difference must fail the test. */
export function checkAnswers(app: FastifyInstance): void {
  const validatorOf = compileOnce()
  app.addHook('preSerialization', async (request, reply, payload) => {
    const schemas = request.routeOptions.schema?.response as AnswerSchemas | undefined
    const kind = String(reply.getHeader('content-type') ?? 'application/json').split(';')[0] ?? ''
    const schema = schemaFor(schemas?.[reply.statusCode] ?? schemas?.default, kind)
    if (schemas === undefined || payload instanceof Error) return payload
    if (!schema)
      throw new Error(`The contract has no ${reply.statusCode} answer as ${kind} for ${request.routeOptions.url}.`)
    // What is sent is JSON, where an absent and an undefined property are the same.
    const validate = validatorOf(schema)
    if (validate(JSON.parse(JSON.stringify(payload)))) return payload
    throw new Error(
      `The answer of ${request.method} ${request.routeOptions.url} breaks the contract: ${describeErrors(validate.errors)}`,
    )
  })
}

function compileOnce(): (schema: object) => ValidateFunction {
  const ajv = makeAjv(false)
  const known = new WeakMap<object, ValidateFunction>()
  return (schema) => {
    const validate = known.get(schema) ?? ajv.compile(schema)
    known.set(schema, validate)
    return validate
  }
}

function describeErrors(errors: ValidateFunction['errors']): string {
  return (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ')
}

function schemaFor(answer: AnswerSchemas[string] | object | undefined, kind: string): object | undefined {
  if (answer === undefined) return undefined
  if ('content' in answer) return answer.content?.[kind]?.schema
  return answer
}
