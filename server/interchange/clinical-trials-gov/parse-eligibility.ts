import type { Expr } from '#domain/eligibility/criterion.ts'
import type { TrialCriterion } from '#domain/trial/trial-criterion.ts'
import type { FieldReader } from '../field-reader.ts'
import { parseAgeLimit } from './parse-age-limit.ts'
import { splitEligibilityText } from './split-eligibility-text.ts'

/**
 * The criteria of a registry record: the age and sex fields with a rule, then the text item by item without one.
 * There is always at least one undecided criterion, so that a trial whose text is missing never reads as fitting.
 */
export function parseEligibility(eligibility: FieldReader): readonly TrialCriterion[] {
  const split = splitEligibilityText(eligibility.text('eligibilityCriteria') ?? '')
  const text = split.length === 0 ? [withoutText] : split
  return [
    ...ageCriterion(eligibility, 'minimum'),
    ...ageCriterion(eligibility, 'maximum'),
    ...sexCriterion(eligibility),
    ...text,
  ]
}

function ageCriterion(eligibility: FieldReader, bound: 'minimum' | 'maximum'): readonly TrialCriterion[] {
  const limit = eligibility.text(`${bound}Age`)
  if (limit === null || /^n\/?a$/iu.test(limit.trim())) return []
  const isMinimum = bound === 'minimum'
  return [
    fromField(
      isMinimum ? 'AGE-MIN' : 'AGE-MAX',
      `${isMinimum ? 'Minimum' : 'Maximum'} age: ${limit}`,
      parseAgeLimit(bound, limit),
    ),
  ]
}

function sexCriterion(eligibility: FieldReader): readonly TrialCriterion[] {
  const sex = eligibility.oneOf('sex', ['ALL', 'FEMALE', 'MALE'])
  if (sex === null || sex === 'ALL') return []
  return [
    fromField('SEX', `Sex: ${sex === 'FEMALE' ? 'female' : 'male'}`, {
      op: 'sex',
      in: [sex === 'FEMALE' ? 'female' : 'male'],
    }),
  ]
}

function fromField(id: string, text: string, expr: Expr | null): TrialCriterion {
  return {
    id,
    kind: 'inclusion',
    isKindStated: true,
    text,
    class: 'hard',
    expr,
    origin: 'registry-field',
    headings: [],
    label: null,
  }
}

const withoutText: TrialCriterion = {
  id: 'U1',
  kind: 'inclusion',
  isKindStated: false,
  text: 'The registry record has no eligibility text. Ask the trial team for the criteria.',
  class: 'hard',
  expr: null,
  origin: 'eligibility-text',
  headings: [],
  label: null,
}
