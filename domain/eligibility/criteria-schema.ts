import { biomarkerShapes } from './biomarker-shapes.ts'
import type { FieldCheck, NodeShape } from './field-check.ts'
import type { JsonSchema } from './json-schema.ts'
import { leafShapes } from './leaf-shapes.ts'
import { branchShapes } from './node-shapes.ts'
import { maximumDepth, maximumNodes } from './parse-criterion.ts'

/**
 * The criteria language as one JSON Schema (draft 2020-12), made from the shapes that `parseExpr` checks with. What a
 * schema cannot say stays with `parseExpr`: depth and size of a rule, which of two limits is the greater, and that a
 * count is no more than there are rules.
 */
export function criteriaSchema(): JsonSchema {
  const { biomarker: _asked, ...leaves } = leafShapes
  const nodes = Object.entries<NodeShape>({ ...branchShapes, ...leaves })
  const tests = Object.entries(biomarkerShapes)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Rule of a criterion',
    description: `At most ${maximumDepth} levels deep and ${maximumNodes} nodes in all.`,
    $ref: '#/$defs/rule',
    $defs: {
      rule: { oneOf: [...Object.keys(branchShapes), ...Object.keys(leafShapes)].map(refTo) },
      ...Object.fromEntries(nodes.map(([op, shape]) => [op, nodeSchema({ op: { const: op } }, shape)])),
      biomarker: { oneOf: tests.map(([type]) => refTo(`biomarker-${type}`)) },
      ...Object.fromEntries(
        tests.map(([type, shape]) => [`biomarker-${type}`, nodeSchema({ op: { const: 'biomarker' } }, shape)]),
      ),
    },
  }
}

/** `tag` is what tells the node from the others. */
function nodeSchema(tag: Readonly<Record<string, JsonSchema>>, shape: NodeShape): JsonSchema {
  const { required, optional = {}, oneOf, needs, joint = [] } = shape
  const fields = Object.entries({ ...required, ...optional }).map(([name, check]) => [name, fieldSchema(check)])
  const together = joint.flatMap(({ schema }) => (schema === null ? [] : [schema]))
  return {
    type: 'object',
    properties: { ...tag, ...Object.fromEntries(fields) },
    required: [...Object.keys(tag), ...Object.keys(required)],
    additionalProperties: false,
    ...(oneOf === undefined
      ? {}
      : { anyOf: oneOf.map((name) => ({ properties: { [name]: true }, required: [name] })) }),
    ...(needs === undefined ? {} : { dependentRequired: needs }),
    ...(together.length === 0 ? {} : { allOf: together }),
  }
}

function fieldSchema(check: FieldCheck): JsonSchema {
  switch (check.kind) {
    case 'value':
      return check.schema
    case 'part':
      return refTo('rule')
    case 'parts':
      return { type: 'array', items: refTo('rule'), minItems: 1 }
    case 'objects':
      return { type: 'array', items: nodeSchema({}, check.shape), minItems: 1 }
  }
}

function refTo(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` }
}
