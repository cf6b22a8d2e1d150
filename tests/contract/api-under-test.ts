import type { Role } from '#domain/access/role.ts'

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Behind /api, with its query. */
  readonly path: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface ApiAnswer {
  readonly status: number
  /** Parsed JSON; null where there is no body. */
  readonly body: unknown
  readonly etag: string | null
}

/** One person's way to the API, whether the server's or the mocks'. */
export type ApiSender = (request: ApiRequest) => Promise<ApiAnswer>

/** How an installation is set up. */
export interface ApiSettings {
  readonly demandsSecondFactor?: boolean
}

/** An API that the suite can be run against. */
export interface ApiUnderTest {
  readonly asNobody: ApiSender
  /** Signs in the demonstration account of a role, at ZZ001 unless another organisation is named. */
  as(role: Role, organisationCode?: string): Promise<ApiSender>
  /** Moves the clock, which stands still otherwise, on by a minute. */
  passMinute(): void
  close(): Promise<void>
}

export function minuteAfter(instant: Date): Date {
  return new Date(instant.getTime() + 60_000)
}
