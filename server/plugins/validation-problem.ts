import type { FastifyError } from 'fastify'
import { Problem } from './problem.ts'

const placeInWords: Readonly<Record<string, string>> = {
  body: 'the body',
  querystring: 'the address',
  params: 'the address',
  headers: 'a header',
}

/** What Ajv found, as pointers with one sentence each. The values themselves are not repeated: they may name a person. */
export function validationProblem(error: FastifyError): Problem {
  const context = error.validationContext ?? 'body'
  const errors = (error.validation ?? []).map((finding) => ({
    pointer: pointerOf(finding.instancePath, finding.params),
    message: sentence(finding),
  }))
  const first = errors[0]
  return new Problem(
    400,
    'invalid-request',
    'The request does not fit the contract',
    `Something in ${placeInWords[context] ?? context} is not as it must be${first ? `: ${first.pointer} ${first.message}` : ''}.`,
    'Correct what is listed and send it again. Nothing was changed.',
    { errors },
  )
}

function pointerOf(instancePath: string, params: Readonly<Record<string, unknown>>): string {
  const added = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty
  return typeof added === 'string' ? `${instancePath}/${added}` : instancePath === '' ? '/' : instancePath
}

function sentence(finding: { keyword: string; message?: string; params: Record<string, unknown> }): string {
  switch (finding.keyword) {
    case 'required':
      return 'is missing'
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return 'is not a field of this request'
    case 'enum':
      return `must be one of ${list(finding.params.allowedValues)}`
    case 'format':
      return `must be a ${finding.params.format === 'date' ? 'date as YYYY-MM-DD' : String(finding.params.format)}`
    default:
      return finding.message ?? 'is not valid'
  }
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : 'the values allowed'
}
