import * as v from 'valibot'
import type { BodyOf, HeadersOf, ParamsOf, QueryOf } from './operation-types.ts'
import { uuid } from './request-fields.ts'
import { brokenJson, invalidRequest, noBody, notJson, unknownParameters } from './request-problems.ts'

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

function check<T>(schema: Check<T>, value: unknown, place: Parameters<typeof invalidRequest>[0]): T {
  const result = v.safeParse(schema, value, { abortEarly: true })
  if (result.success) return result.output
  throw invalidRequest(place, result.issues[0])
}

async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  const type = request.headers.get('content-type') ?? ''
  if (text === '') throw noBody()
  if (!type.startsWith('application/json')) throw notJson()
  try {
    return JSON.parse(text)
  } catch {
    throw brokenJson()
  }
}

function readQuery(request: Request, known: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const { searchParams } = new URL(request.url)
  const names = [...new Set(searchParams.keys())]
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) throw unknownParameters(unknown, known)
  return Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)]))
}
