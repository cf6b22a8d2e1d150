import type { components } from '#api/schema.ts'
import { type Draft, type DraftFault, fieldIds, namesIn, writtenCriteria } from './draft.ts'

type DraftTrial = components['schemas']['DraftTrial']
type Rule = NonNullable<components['schemas']['DraftCriterion']['rule']>

/** The request, or what cannot be sent: rules that are not JSON, criteria without words, places that are none. */
export function readDraft(draft: Draft): { readonly body: DraftTrial } | { readonly faults: readonly DraftFault[] } {
  const written = writtenCriteria(draft)
  const rules = written.map(({ rule }) => readRule(rule))
  const ofCriteria = written.flatMap(({ key, text }, index) => {
    const rule = rules[index]
    return [
      ...(text.trim() === '' ? [{ fieldId: fieldIds.text(key), message: 'Enter the text of the criterion' }] : []),
      ...(rule !== undefined && 'fault' in rule ? [{ fieldId: fieldIds.rule(key), message: rule.fault }] : []),
    ]
  })
  const [open, closed] = [namesIn(draft.cohorts), namesIn(draft.closedCohorts)]
  const places = readPlaces(draft.places)
  const faults = [
    ...ofCriteria,
    ...closed
      .filter((name) => open.includes(name))
      .map((name) => ({
        fieldId: fieldIds.closedCohorts,
        message: `“${name}” cannot both take patients and take none`,
      })),
    ...('fault' in places ? [{ fieldId: fieldIds.places, message: places.fault }] : []),
  ]
  if ('fault' in places || faults.length > 0) return { faults }
  const criteria = written.map(({ text, kind, class: className, appliesTo }, index) => {
    const rule = rules[index]
    return {
      criterionId: `C${index + 1}`,
      kind,
      class: className,
      text: text.trim(),
      rule: rule !== undefined && 'rule' in rule ? rule.rule : null,
      ...(appliesTo.length === 0 ? {} : { appliesTo: [...appliesTo] }),
    }
  })
  const { title, cancerTypeIds, isBasket } = draft
  return {
    body: {
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(open.length + closed.length === 0 ? {} : { cohorts: [...open, ...closed] }),
      ...(closed.length === 0 ? {} : { closedCohorts: [...closed] }),
      cancerTypeIds: [...cancerTypeIds],
      isBasket,
      criteria,
      places: places.places,
    },
  }
}

/** "Leeds, 53.80, -1.55": the last two parts of a line are degrees north and east. */
function readPlaces(
  typed: string,
): { readonly places: NonNullable<DraftTrial['places']> } | { readonly fault: string } {
  const lines = typed.split('\n').filter((line) => line.trim() !== '')
  const places = lines.map((line) => {
    const [, name = '', latitude, longitude] =
      /^(.+?),\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$/u.exec(line) ?? []
    return { line, name: name.trim(), latitude: Number(latitude), longitude: Number(longitude) }
  })
  const wrong = places.find(
    ({ name, latitude, longitude }) => name === '' || !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180),
  )
  if (wrong !== undefined) {
    return {
      fault: `“${wrong.line.trim()}” is not a place: write its name, latitude and longitude, such as Leeds, 53.80, -1.55`,
    }
  }
  return { places: places.map(({ name, latitude, longitude }) => ({ name, latitude, longitude })) }
}

function readRule(typed: string): { readonly rule: Rule | null } | { readonly fault: string } {
  if (typed.trim() === '') return { rule: null }
  try {
    const value: unknown = JSON.parse(typed)
    if (isRule(value)) return { rule: value }
  } catch {
    return { fault: 'The rule is not JSON: check for a missing bracket, comma or quotation mark' }
  }
  return { fault: 'The rule must be an object: write { "op": … }' }
}

function isRule(value: unknown): value is Rule {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
