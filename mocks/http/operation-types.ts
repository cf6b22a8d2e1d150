import type { paths } from '#api/schema.ts'

export type Method = 'get' | 'post' | 'put' | 'delete'

/** The addresses of the contract that take a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P][M] extends { responses: unknown } ? P : never
}[keyof paths]

/** What the contract says of one method at one address. */
export type OperationAt<M extends Method, P extends keyof paths> = paths[P][M]

export type BodyOf<Op> = Op extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined
export type ParamsOf<Op> = PartOf<Op, 'path'>
export type QueryOf<Op> = PartOf<Op, 'query'>
export type HeadersOf<Op> = PartOf<Op, 'header'>

type PartOf<Op, Name extends 'path' | 'query' | 'header'> = Op extends { parameters: { [K in Name]?: infer Part } }
  ? [NonNullable<Part>] extends [never]
    ? undefined
    : NonNullable<Part>
  : undefined

type Responses<Op> = Op extends { responses: infer R } ? R : never

/** The status of the one success answer of an operation. */
export type SuccessStatus<Op> = Extract<keyof Responses<Op>, 200 | 201 | 204>

/** The body of that answer; undefined where it has none. */
export type AnswerBody<Op> = {
  [S in SuccessStatus<Op>]: Responses<Op>[S] extends { content: { 'application/json': infer B } } ? B : undefined
}[SuccessStatus<Op>]
