import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { operations } from '#api/schema.ts'
import { makeAjv } from '../../server/plugins/schema-compilers.ts'

export type OperationId = keyof operations

interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

interface ContractOperation {
  readonly operationId: OperationId
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

type Content = Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>

const text = readFileSync(new URL('../../api/openapi.yaml', import.meta.url), 'utf8')
const contract = parse(text) as ContractDocument
const ajv = makeAjv(false)
for (const [name, schema] of Object.entries(contract.components.schemas)) ajv.addSchema(schema, schemaAddress(name))

/** Every operation of the contract with its method and path. */
export const contractOperations = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => ({ operationId, method: method.toUpperCase(), path })),
)

/** What the contract finds wrong with an answer; null where it fits. */
export function faultOfAnswer(operationId: OperationId, status: number, body: unknown): string | null {
  const schema = status >= 400 ? 'Problem' : answerSchema(operationId, status)
  if (schema === null)
    return body === null ? null : `The contract has no answer ${status} with a body for ${operationId}.`
  const validate = ajv.getSchema(schemaAddress(schema))
  if (!validate) return `The contract has no schema ${schema}.`
  return validate(body) ? null : ajv.errorsText(validate.errors)
}

/** The name of the schema that an operation answers with; every answer of the contract names one. */
function answerSchema(operationId: OperationId, status: number): string | null {
  const operation = Object.values(contract.paths)
    .flatMap((methods) => Object.values(methods))
    .find((each) => each.operationId === operationId)
  const answer = operation?.responses[status]
  const reference = answer?.content?.['application/json']?.schema.$ref
  return reference?.replace('#/components/schemas/', '') ?? null
}

/** References inside the schemas begin with "#/components/schemas/"; this is what they come down to. */
function schemaAddress(name: string): string {
  return `#/components/schemas/${name}`
}
