import * as v from 'valibot'
import {
  brokenJsonText,
  missingBodyText,
  mostFaultsListed,
  notJsonText,
  type RequestPlace,
  unknownParametersText,
} from '#domain/access/request-refusals.ts'
import type { BodyOf, HeadersOf, ParamsOf, QueryOf } from './operation-types.ts'
import { toProblem } from './problem.ts'
import { uuid } from './request-fields.ts'
import { invalidRequest, isUnknownField } from './request-problems.ts'

type Check<T> = v.GenericSchema<unknown, T>
type QueryCheck<T> = Check<T> & { readonly entries: Readonly<Record<keyof T, unknown>> }

/** How the parts of a request are checked. What an operation takes must be checked, and nothing else can be. */
export type RequestChecks<Op> = Part<'body', BodyOf<Op>, Check<BodyOf<Op>>> &
  Part<'headers', HeadersOf<Op>, Check<HeadersOf<Op>>> &
  Part<'query', QueryOf<Op>, QueryCheck<QueryOf<Op>>>

type Part<Name extends string, T, C> = [T] extends [undefined]
  ? { readonly [K in Name]?: undefined }
  : { readonly [K in Name]: C }

export interface RequestParts<Op> {
  readonly params: ParamsOf<Op>
  readonly query: QueryOf<Op>
  readonly headers: HeadersOf<Op>
  readonly body: BodyOf<Op>
}

type AnyChecks = {
  readonly body?: Check<unknown> | undefined
  readonly headers?: Check<unknown> | undefined
  readonly query?: QueryCheck<object> | undefined
}
type PathParams = Readonly<Record<string, string | readonly string[] | undefined>>

/**
 * The parts of a request as the contract describes them, checked in the order of the server.
 *
 * @throws Problem 400 or 415 that names the part
 */
export async function readRequest<Op>(
  checks: RequestChecks<Op>,
  request: Request,
  params: PathParams,
): Promise<RequestParts<Op>> {
  // Typed by the operation outside; in here any check is run alike.
  const { body, headers, query } = checks as AnyChecks
  const sent = body === undefined ? undefined : await readJson(request)
  const asked = readQuery(request, Object.keys(query?.entries ?? {}))
  const parts = {
    params: check(v.record(v.string(), uuid), named(params), 'the address'),
    body: body && check(body, sent, 'the body'),
    query: query && check(query, asked, 'the address'),
    headers: headers && check(headers, Object.fromEntries(request.headers), 'a header'),
  }
  // The checks are typed by the operation, so what they let through has its types.
  return parts as RequestParts<Op>
}

/** The address is given for any origin, and what stands for that has a number for a name. */
function named(params: PathParams): PathParams {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !/^\d+$/.test(name)))
}

function check<T>(schema: Check<T>, value: unknown, place: RequestPlace): T {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  throw invalidRequest(place, [...result.issues, ...furtherUnknownFields(schema, value, result.issues)])
}

/** Of the fields that an object must not have, the check finds the first; the next comes when that one is gone. */
function furtherUnknownFields(
  schema: Check<unknown>,
  value: unknown,
  issues: readonly v.BaseIssue<unknown>[],
): readonly v.BaseIssue<unknown>[] {
  const found: v.BaseIssue<unknown>[] = []
  let unknown = issues.filter(isUnknownField)
  const rest: unknown = structuredClone(value)
  while (unknown.length > 0 && found.length < mostFaultsListed) {
    for (const { path } of unknown) removeAt(rest, path?.map(({ key }) => String(key)) ?? [])
    unknown = (v.safeParse(schema, rest).issues ?? []).filter(isUnknownField)
    found.push(...unknown)
  }
  return found
}

function removeAt(value: unknown, [name, ...names]: readonly string[]): void {
  if (typeof value !== 'object' || value === null || name === undefined) return
  if (names.length === 0) Reflect.deleteProperty(value, name)
  else removeAt(Reflect.get(value, name), names)
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  const type = request.headers.get('content-type') ?? ''
  if (text === '') throw toProblem(missingBodyText)
  if (!type.startsWith('application/json')) throw toProblem(notJsonText)
  try {
    return JSON.parse(text)
  } catch {
    throw toProblem(brokenJsonText)
  }
}

function readQuery(request: Request, known: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const { searchParams } = new URL(request.url)
  const names = [...new Set(searchParams.keys())]
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw toProblem(unknownParametersText(unknown, known))
  return Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)]))
}
