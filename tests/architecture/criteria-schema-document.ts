import { criteriaSchema } from '#domain/eligibility/criteria-schema.ts'

/** api/criteria-language.schema.json: the criteria language for whoever writes or checks rules outside this software. */
export function criteriaSchemaDocument(): string {
  return `${written(criteriaSchema(), '')}\n`
}

const lineWidth = 120

/** As the formatter of this project leaves it: one field to a line, a short list of words on one line. */
function written(value: unknown, indent: string, before = indent.length): string {
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    const isPlain = value.every((item) => typeof item !== 'object')
    if (isPlain && before + line.length + ','.length <= lineWidth) return line
    return `[\n${value.map((item) => `${inner}${written(item, inner)}`).join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, field]) => {
    const start = `${inner}${JSON.stringify(key)}: `
    return `${start}${written(field, inner, start.length)}`
  })
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`
}
