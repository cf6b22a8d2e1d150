import { describe, expect, test } from 'vitest'
import { splitEligibilityText } from './split-eligibility-text.ts'

function split(...lines: readonly string[]) {
  return splitEligibilityText(lines.join('\n'))
}

function outline(...lines: readonly string[]) {
  return split(...lines).map(({ id, headings, text }) => [id, headings.join(' > '), text])
}

describe('the two sections', () => {
  test.each([
    ['Inclusion Criteria:', 'Exclusion Criteria:'],
    ['INCLUSION CRITERIA', 'EXCLUSION CRITERIA'],
    ['Key Inclusion Criteria', 'Key Exclusion Criteria'],
    ['* Inclusion criteria:', '* Exclusion criteria:'],
    ['1) Inclusion Criteria', '2) Exclusion Criteria'],
    ['Inclusion Criteria (all parts):-', 'Exclusion Criteria (all parts):-'],
    ['**Inclusion:**', '**Exclusion:**'],
    [
      'Patients must meet all of the following criteria to be included:',
      'Patients who meet any of the following criteria will be excluded:',
    ],
  ])('under %s and %s', (inclusion, exclusion) => {
    const criteria = split(inclusion, '', '* Proven chordoma', '* ECOG 0 or 1', '', exclusion, '', '* Pregnancy')
    expect(criteria.map(({ id, kind, isKindStated, text }) => [id, kind, isKindStated, text])).toEqual([
      ['I1', 'inclusion', true, 'Proven chordoma'],
      ['I2', 'inclusion', true, 'ECOG 0 or 1'],
      ['E1', 'exclusion', true, 'Pregnancy'],
    ])
  })

  test('a criterion that only mentions criteria is no heading', () => {
    expect(
      outline(
        'Inclusion Criteria:',
        '* Measurable disease per RECIST 1.1 criteria',
        '* Does not meet exclusion criteria of part 1',
      ),
    ).toEqual([
      ['I1', 'Inclusion Criteria:', 'Measurable disease per RECIST 1.1 criteria'],
      ['I2', 'Inclusion Criteria:', 'Does not meet exclusion criteria of part 1'],
    ])
  })

  test('a criterion on the line of its heading', () => {
    expect(outline('Inclusion criteria: Proven thymoma.', 'Exclusion criteria: No tissue left for review.')).toEqual([
      ['I1', 'Inclusion criteria:', 'Proven thymoma.'],
      ['E1', 'Exclusion criteria:', 'No tissue left for review.'],
    ])
  })

  test('an exclusion heading that slipped into the list above it still starts the exclusions', () => {
    expect(
      outline('Inclusion Criteria:', '1. Age 18', '', '   Exclusion Criteria:', '', '   1. Prior PARP inhibitor'),
    ).toEqual([
      ['I1', 'Inclusion Criteria:', 'Age 18'],
      ['E1', 'Exclusion Criteria:', 'Prior PARP inhibitor'],
    ])
  })
})

describe('text that does not say which it is', () => {
  test('a list without headings', () => {
    const criteria = split('* Carcinoma of the breast', '* Scheduled for bone scan')
    expect(criteria.map(({ id, isKindStated }) => [id, isKindStated])).toEqual([
      ['U1', false],
      ['U2', false],
    ])
  })

  test('one paragraph of prose', () => {
    expect(outline('Patients must be enrolled on an earlier protocol.')).toEqual([
      ['U1', '', 'Patients must be enrolled on an earlier protocol.'],
    ])
  })

  test('withdrawal criteria after the exclusions are not exclusions', () => {
    const last = split(
      'Exclusion Criteria:',
      '* Sepsis',
      '',
      'Withdrawal Criteria',
      '',
      '1. Patients may leave at any time',
    ).at(-1)
    expect(last).toMatchObject({ id: 'U1', isKindStated: false, headings: ['Withdrawal Criteria'], label: '1.' })
  })

  test('no text, no criteria', () => {
    expect(splitEligibilityText(' \n\r\n ')).toEqual([])
  })
})

describe('groups', () => {
  test('cohorts each with both sections', () => {
    expect(
      outline(
        'Inclusion Criteria Cohort 1:',
        '* A',
        'Exclusion Criteria Cohort 1:',
        '* B',
        'Inclusion Criteria Cohort 2:',
        '* C',
      ),
    ).toEqual([
      ['I1', 'Inclusion Criteria Cohort 1:', 'A'],
      ['E1', 'Exclusion Criteria Cohort 1:', 'B'],
      ['I2', 'Inclusion Criteria Cohort 2:', 'C'],
    ])
  })

  test('a title inside a section is shown with its criteria and gives way to the next', () => {
    expect(
      outline(
        'Inclusion Criteria:',
        '',
        'Part A:',
        '',
        '* A',
        '',
        'Part B:',
        '',
        '* B',
        '',
        'Exclusion Criteria:',
        '',
        '* C',
      ),
    ).toEqual([
      ['I1', 'Inclusion Criteria: > Part A:', 'A'],
      ['I2', 'Inclusion Criteria: > Part B:', 'B'],
      ['E1', 'Exclusion Criteria:', 'C'],
    ])
  })

  test('a heading with nothing under it becomes an item', () => {
    expect(outline('Inclusion Criteria:', '* A', 'Additional Exclusion criteria exist')).toEqual([
      ['I1', 'Inclusion Criteria:', 'A'],
      ['E1', '', 'Additional Exclusion criteria exist'],
    ])
  })
})

describe('nested lists', () => {
  test('stay with the criterion they belong to', () => {
    expect(
      outline(
        'Inclusion Criteria:',
        '',
        '* Adequate marrow:',
        '',
        '  * ANC \\>= 1.5',
        '    1. without G-CSF',
        '  * Platelets \\>= 100',
        '* ECOG 0',
      ),
    ).toEqual([
      ['I1', 'Inclusion Criteria:', 'Adequate marrow:\n  * ANC >= 1.5\n    1. without G-CSF\n  * Platelets >= 100'],
      ['I2', 'Inclusion Criteria:', 'ECOG 0'],
    ])
  })

  test('keep their own titles', () => {
    const nested = ['1. Earlier treatment', '', '   Cohort A:', '', '   * none', '2. ECOG 0']
    expect(outline('Inclusion Criteria:', ...nested).map(([, , text]) => text)).toEqual([
      'Earlier treatment\n   Cohort A:\n   * none',
      'ECOG 0',
    ])
  })

  test('stay with it also where the source forgot to indent them', () => {
    expect(
      outline('Inclusion Criteria:', '1. Adequate marrow:', '- ANC 1.5', '- platelets 100', '2. ECOG 0').map(
        ([, , text]) => text,
      ),
    ).toEqual(['Adequate marrow:\n- ANC 1.5\n- platelets 100', 'ECOG 0'])
  })
})

test('numbers stay beside the text, and a figure at the start of a sentence is not taken for one', () => {
  expect(
    split('Exclusion Criteria:', '12. Stroke', '(13) Thrombosis', '18 years or younger', '1.5 x ULN or more').map(
      ({ label, text }) => [label, text],
    ),
  ).toEqual([
    ['12.', 'Stroke'],
    ['(13)', 'Thrombosis'],
    [null, '18 years or younger'],
    [null, '1.5 x ULN or more'],
  ])
})
