import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { brokenJsonText, missingBodyText, notJsonText } from '#domain/access/request-refusals.ts'
import { Problem, toProblem } from './problem.ts'
import { headersOfEarlyAnswers } from './secure-headers.ts'
import { validationProblem } from './validation-problem.ts'

/** Every error leaves as problem details. What is not the caller's fault is logged whole and told without its inside. */
export function registerProblemDetails(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => send(problemOf(error, request), request, reply))
  app.setNotFoundHandler((request, reply) => {
    const detail = `${request.method} ${request.url.split('?')[0]} is not part of this service.`
    send(new Problem(404, 'no-such-address', 'No such address', detail, 'Check the address.'), request, reply)
  })
}

/** Errors that Fastify meets before it knows the route, in the same form as all others. */
export function answerEarlyError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  send(problemOf(error, request), request, reply.headers({ ...headersOfEarlyAnswers, 'x-request-id': request.id }))
}

/**
 * JSON is the only kind of body. Fastify by itself also takes plain text, which no schema would look at. The contract
 * names problem+json for answers only, but its reader asks for a parser of every type it meets.
 */
export function takeJsonBodiesOnly(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser('application/problem+json', (_request, _payload, done) => {
    done(problemByCode.FST_ERR_CTP_INVALID_MEDIA_TYPE ?? null, undefined)
  })
}

function send(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(problem.toBody(request.id))
}

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error.validation) return validationProblem(error)
  const known = problemByCode[error.code]
  if (known) return known
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new Problem(error.statusCode, 'bad-request', 'The request cannot be read', error.message)
  }
  request.log.error({ err: error }, 'request failed')
  return new Problem(
    500,
    'failed',
    'Something went wrong on our side',
    'The service could not finish this request. Nothing was changed.',
    'Try again. If it happens again, report the request number.',
  )
}

const problemByCode: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: new Problem(
    413,
    'too-large',
    'The request is too large',
    'The body is over 1 MiB.',
    'Send less at once.',
  ),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: toProblem(notJsonText),
  FST_ERR_CTP_INVALID_JSON_BODY: toProblem(brokenJsonText),
  FST_ERR_CTP_EMPTY_JSON_BODY: toProblem(missingBodyText),
  FST_ERR_BAD_URL: new Problem(
    400,
    'broken-address',
    'The address is broken',
    'The address has a percent sign that is not followed by the code of a character.',
    'Check the address.',
  ),
  FST_ERR_MAX_PARAM_LENGTH: new Problem(
    414,
    'address-too-long',
    'The address is too long',
    'A part of the address is longer than anything that this service gives out.',
    'Check the address.',
  ),
}
