import fc from 'fast-check'
import type { InjectOptions } from 'fastify'
import type { Role } from '#domain/access/role.ts'
import type { ContractOperation, Parameter } from './contract-operations.ts'
import { everyHostileText } from './hostile-text.ts'
import { type KnownValues, type Reach, valuesOf } from './schema-values.ts'
import { spoil, spoilings } from './spoil.ts'

export type RequestKind = 'valid' | 'boundary' | 'wrong' | 'unreadable'

export interface FuzzedRequest {
  readonly operation: ContractOperation
  readonly kind: RequestKind
  /** Null for somebody who is not signed in. */
  readonly sender: Role | null
  readonly request: InjectOptions
}

/** What a request consists of before it is written down. */
export interface Parts {
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly header: Readonly<Record<string, unknown>>
  readonly body: unknown
}

/** Requests for one operation: two of five as the contract asks, one of five at its limits, the others wrong somewhere. */
export function fuzzedRequests(
  operation: ContractOperation,
  known: KnownValues,
  senders: readonly Role[],
): fc.Arbitrary<FuzzedRequest> {
  const sender = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(operation.roles.length > 0 ? operation.roles : [null, ...senders])) },
    { weight: 1, arbitrary: fc.constantFrom(null, ...senders) },
  )
  const of = (kind: RequestKind, request: fc.Arbitrary<InjectOptions>) =>
    fc.record({ operation: fc.constant(operation), kind: fc.constant(kind), sender, request })
  const inside = partsOf(operation, known, 'inside')
  return fc.oneof(
    {
      weight: 8,
      arbitrary: of(
        'valid',
        inside.map((parts) => written(operation, parts)),
      ),
    },
    {
      weight: 4,
      arbitrary: of(
        'boundary',
        partsOf(operation, known, 'boundary').map((parts) => written(operation, parts)),
      ),
    },
    {
      weight: 6,
      arbitrary: of(
        'wrong',
        fc.tuple(inside, spoilings, fc.nat(2)).map(([parts, spoiling, times]) => {
          let spoilt: unknown = parts
          for (let time = 0; time <= times; time += 1)
            spoilt = spoil(spoilt, { ...spoiling, place: spoiling.place + 7 * time })
          return written(operation, { ...parts, ...onlyObjects(spoilt) })
        }),
      ),
    },
    {
      weight: 2,
      arbitrary: of(
        'unreadable',
        fc.tuple(inside, unreadableBodies).map(([parts, unreadable]) => {
          const request = written(operation, parts)
          return { ...request, ...unreadable, headers: { ...request.headers, ...unreadable.headers } }
        }),
      ),
    },
  )
}

/** The parts of requests that fit the contract. */
export function partsOf(operation: ContractOperation, known: KnownValues, reach: Reach): fc.Arbitrary<Parts> {
  const making = { known, reach }
  const of = (place: Parameter['in']) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place)
    return fc.record(Object.fromEntries(parameters.map(({ name, schema }) => [name, valuesOf(schema, name, making)])), {
      requiredKeys: parameters.filter(({ required }) => required).map(({ name }) => name),
    })
  }
  const body =
    operation.body === null ? fc.constant(undefined) : valuesOf(operation.body, operation.operationId, making)
  return fc.record({ path: of('path'), query: of('query'), header: of('header'), body })
}

/** The request as it is sent. */
export function written(
  { method, path, body: schema }: ContractOperation,
  { path: values, query, header, body }: Parts,
): InjectOptions {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name] ?? ''))
  const asked = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => `${encoded(name)}=${encoded(each)}`),
  )
  return {
    method,
    url: `/api${filled}${asked.length > 0 ? `?${asked.join('&')}` : ''}`,
    headers: {
      ...Object.fromEntries(
        Object.entries(header)
          .map(([name, value]) => [name, headerText(value)] as const)
          .filter(([name]) => /^[a-z-]+$/.test(name)),
      ),
      ...(schema === null ? {} : { 'content-type': 'application/json' }),
    },
    ...(schema === null || body === undefined ? {} : { payload: JSON.stringify(body) }),
  }
}

const asText = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

const encoded = (value: unknown): string => encodeURIComponent(asText(value).toWellFormed())

/** What a client can put into a header at all. */
const headerText = (value: unknown): string =>
  asText(value)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 2000)

function onlyObjects(spoilt: unknown): Partial<Parts> {
  if (typeof spoilt !== 'object' || spoilt === null || Array.isArray(spoilt)) return {}
  const { path, query, header, ...rest } = spoilt as Record<string, unknown>
  const isRecord = (part: unknown): part is Record<string, unknown> => typeof part === 'object' && part !== null
  return {
    ...(isRecord(path) ? { path } : {}),
    ...(isRecord(query) ? { query } : {}),
    ...(isRecord(header) ? { header } : {}),
    ...('body' in rest ? { body: rest.body } : {}),
  }
}

const unreadableBodies: fc.Arbitrary<Pick<InjectOptions, 'payload' | 'headers'>> = fc.constantFrom(
  ...[
    '',
    '{',
    '[1,',
    '"',
    'null',
    '0',
    '1e999',
    '[[[[[[',
    '{"a":1,"a":2}',
    '\ufeff{}',
    '{"__proto__":{"role":"administrator"}}',
    '{"constructor":{"prototype":{}}}',
    '['.repeat(50_000),
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    'a=b',
    ...everyHostileText,
  ].map((payload) => ({
    payload,
    headers: { 'content-type': 'application/json' },
  })),
  ...[
    'text/plain',
    'application/xml',
    'multipart/form-data; boundary=a',
    'application/json; charset=utf-16',
    'application/',
    'x',
    'application/problem+json',
    'application/vnd.api+json',
  ].map((kind) => ({
    payload: '{}',
    headers: { 'content-type': kind },
  })),
)
