import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isRole, type Role } from '#domain/access/role.ts'
import type { OperationId } from '../contract/answer-check.ts'

/** The parts of JSON Schema that the contract and the criteria language use. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly maxProperties?: number
  readonly items?: Schema
  /** True allows anything, where another part of the schema says more. */
  readonly properties?: Readonly<Record<string, Schema | true>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
}

export interface Parameter {
  readonly $ref?: string
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

export interface ContractOperation {
  readonly operationId: OperationId
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With its parameters in braces, without "/api". */
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | null
  /** Who may call it; empty for an operation that is open to everybody. */
  readonly roles: readonly Role[]
}

interface WrittenOperation {
  readonly operationId: OperationId
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } }
  readonly 'x-roles'?: readonly string[]
}

const readText = (name: string) => readFileSync(new URL(`../../api/${name}`, import.meta.url), 'utf8')
const document: unknown = parse(readText('openapi.yaml'))
const criteriaLanguage: unknown = JSON.parse(readText('criteria-language.schema.json'))

/** What a reference stands for; the criteria language has a document of its own. */
export function resolved<Part extends { readonly $ref?: string }>(part: Part): Part {
  if (part.$ref === undefined) return part
  const [, ...names] = part.$ref.split('/')
  const start = names[0] === '$defs' ? criteriaLanguage : document
  return resolved(names.reduce((at, name) => (at as Record<string, unknown>)[name], start) as Part)
}

const methods = { get: 'GET', post: 'POST', put: 'PUT', delete: 'DELETE' } as const

/** Every operation of the contract, in its order. */
export const operationsOfContract: readonly ContractOperation[] = Object.entries(
  (document as { readonly paths: Readonly<Record<string, Readonly<Record<string, WrittenOperation>>>> }).paths,
).flatMap(([path, written]) =>
  Object.entries(written).map(([method, operation]) => ({
    operationId: operation.operationId,
    method: methodOf(method),
    path,
    parameters: (operation.parameters ?? []).map(resolved),
    body: operation.requestBody?.content['application/json'].schema ?? null,
    roles: (operation['x-roles'] ?? []).filter(isRole),
  })),
)

function methodOf(word: string): ContractOperation['method'] {
  const found = Object.entries(methods).find(([name]) => name === word)
  if (!found) throw new Error(`The contract has the method "${word}", which no request is made for here.`)
  return found[1]
}
