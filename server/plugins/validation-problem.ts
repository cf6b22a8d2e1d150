import type { FastifyError } from 'fastify'
import { requestFaults } from '#domain/access/request-faults.ts'
import { invalidRequestText, pointerTo, type RequestPlace } from '#domain/access/request-refusals.ts'
import { namesOf } from './fault-validator.ts'
import { type Problem, toProblem } from './problem.ts'

const placeInWords: Readonly<Record<string, RequestPlace>> = {
  body: 'the body',
  querystring: 'the address',
  params: 'the address',
  headers: 'a header',
}

interface Finding {
  readonly keyword: string
  readonly instancePath: string
  readonly params: Record<string, unknown>
  readonly data?: unknown
}

/** What Ajv found, as pointers with one sentence each. The values themselves are not repeated: they may name a person. */
export function validationProblem({ validation = [], validationContext = 'body' }: FastifyError): Problem {
  const faults = validation.map((finding: Finding) => ({
    pointer: pointerTo(namesOf(finding)),
    message: sentence(finding, validation, validationContext),
  }))
  return toProblem(invalidRequestText(placeInWords[validationContext] ?? 'the body', faults))
}

function sentence(finding: Finding, all: readonly Finding[], context: string): string {
  const { keyword, params, data } = finding
  const limit = Number(params.limit)
  switch (keyword) {
    case 'required':
      return requestFaults.missing
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return requestFaults.notAField
    case 'discriminator':
      return requestFaults.noKind
    case 'enum':
    case 'const':
    case 'oneOf':
      return requestFaults.oneOf(choicesAt(finding.instancePath, all))
    case 'type': {
      // A parameter that is given once arrives as one text, and only one given more often as a list.
      if (context === 'querystring' && Array.isArray(data)) return requestFaults.givenTwice
      return requestFaults.ofType(String([params.type].flat().find((name) => name !== 'null')))
    }
    case 'minLength':
      return requestFaults.atLeastCharacters(limit)
    case 'maxLength':
      return requestFaults.atMostCharacters(limit)
    case 'maxItems':
      return requestFaults.atMostItems(limit)
    case 'minItems':
      return requestFaults.atLeastItems(limit)
    case 'minimum':
      return requestFaults.atLeast(limit)
    case 'maximum':
      return requestFaults.atMost(limit)
    case 'uniqueItems':
      return requestFaults.sameTwice
    case 'format':
      return requestFaults.ofFormat(String(params.format))
    case 'pattern':
      return requestFaults.ofPattern(String(params.pattern))
    default:
      return requestFaults.notValid
  }
}

/** A choice between lists of words is reported once for each list; to whoever chose it is one list. */
function choicesAt(instancePath: string, all: readonly Finding[]): readonly unknown[] {
  return all
    .filter((other) => other.instancePath === instancePath)
    .flatMap(({ params }) => {
      if (Array.isArray(params.allowedValues)) return params.allowedValues
      return 'allowedValue' in params ? [params.allowedValue] : []
    })
}
