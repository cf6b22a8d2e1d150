import { ApiProblem, type Problem, unreachable, unreadable } from './problem.ts'

type Answer<Data> = { data?: Data; error?: unknown; response: Response }

/**
 * The data of an answer, or an `ApiProblem` thrown. Loaders let it fly: the nearest error page shows it, and a 401 there
 * leads to sign-in and back. Example: `await unwrap(api.GET('/home'))`.
 */
export async function unwrap<Data>(request: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answerOf(request)
  if (!response.ok) throw isProblem(error) ? new ApiProblem(error) : unreadable(response.status)
  // The contract types an answer without a body as `undefined`, which is then what Data says.
  return data as Data
}

export type Attempt<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: ApiProblem }

/**
 * The same for actions, which keep the page and what was typed: the problem is returned instead of thrown.
 * Example: `const sent = await attempt(api.POST('/referrals', …)); if (!sent.ok) return { problem: sent.problem }`.
 */
export async function attempt<Data>(request: Promise<Answer<Data>>): Promise<Attempt<Data>> {
  try {
    return { ok: true, data: await unwrap(request) }
  } catch (error) {
    if (error instanceof ApiProblem) return { ok: false, problem: error }
    throw error
  }
}

async function answerOf<Data>(request: Promise<Answer<Data>>): Promise<Answer<Data>> {
  try {
    return await request
  } catch (error) {
    // A navigation that was overtaken by the next one aborts its requests: that is not a failure to report.
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    if (error instanceof SyntaxError) throw unreadable(0)
    throw unreachable()
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value && 'detail' in value
}
