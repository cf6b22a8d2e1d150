import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { Observation } from '../patient-record.ts'
import { confirmed, finding, recordWith } from '../sample-record.ts'

/* An answer that rests on the silence of the record names who broke it: which review, on which day, from which source. */

const today = '2026-08-04'
const assertions = [confirmed('comorbidities-reviewed', '2026-08-01')]
const review = 'comorbidities reviewed on 01-Aug-2026, Clinic letter'

const ask = (leaf: Leaf, ...observations: readonly Observation[]) =>
  evaluateLeaf(leaf, deriveFacts(recordWith({ observations, assertions })), today)

describe('other cancers, of the accepted types alone', () => {
  const onlyTypes: Leaf = { op: 'otherMalignancy', onlyTypes: ['nmsc-treated', 'cervical-cis'], withinDays: 1826 }
  const cancer = (type: string) => finding('other-malignancy', type, true, '2025-01-10')
  const types = 'treated non-melanoma skin cancer or cervical carcinoma in situ'

  it('none: by the review', () => {
    expect(ask(onlyTypes)).toMatchObject({
      verdict: 'notMet',
      sentence: `No other cancer within 5 years (1826 days) is recorded (${review}); asked: ${types} alone`,
      evidence: { value: true, on: '2026-08-01', source: 'Clinic letter' },
    })
  })

  it('one of them: by its record, and no other by the review', () => {
    expect(ask(onlyTypes, cancer('cervical-cis'))).toMatchObject({
      verdict: 'met',
      sentence: `Other cancer: cervical carcinoma in situ, diagnosed 10-Jan-2025 (Laboratory system); none other than ${types} is recorded within 5 years (1826 days) (${review})`,
      evidence: { value: 'cervical-cis', on: '2025-01-10' },
    })
  })

  it('another one: with the types that are accepted', () => {
    const { verdict, sentence } = ask(onlyTypes, cancer('breast-cancer'))
    expect(verdict).toBe('notMet')
    expect(sentence).toBe(
      `Other cancer: breast cancer, diagnosed 10-Jan-2025 (Laboratory system), is not ${types}; asked: within 5 years (1826 days)`,
    )
  })
})

describe('toxicity, of the accepted terms alone', () => {
  const onlyTerms: Leaf = { op: 'toxicity', onlyTerms: ['alopecia', 'fatigue'], gradeMin: 2 }
  const grade = (term: string, value: number) => finding('toxicity', term, value, '2026-07-10')

  it('none: by the review', () => {
    expect(ask(onlyTerms, grade('alopecia', 1))).toMatchObject({
      verdict: 'notMet',
      sentence: `No toxicity of grade 2 or worse is recorded (${review}); asked: alopecia or fatigue alone`,
      evidence: { value: true, on: '2026-08-01', source: 'Clinic letter' },
    })
  })

  it('one of them: by its record, and no other by the review', () => {
    expect(ask(onlyTerms, grade('alopecia', 2))).toMatchObject({
      verdict: 'met',
      sentence: `Alopecia grade 2 on 10-Jul-2026 (Laboratory system); no toxicity of grade 2 or worse other than alopecia or fatigue is recorded (${review})`,
      evidence: { value: 2, on: '2026-07-10' },
    })
  })

  it('another one: with the grade that is asked', () => {
    expect(ask(onlyTerms, grade('hearing-loss', 3))).toMatchObject({
      verdict: 'notMet',
      sentence:
        'Hearing loss grade 3 on 10-Jul-2026 is not alopecia or fatigue (Laboratory system); asked: grade 2 or worse of these alone',
    })
  })

  it('one of them without a grade: not known, whatever the review says, unless another one answers', () => {
    const ungraded = finding('toxicity', 'alopecia', 'present', '2026-07-10')
    expect(ask(onlyTerms, ungraded)).toMatchObject({
      verdict: 'unknown',
      reason: 'missing',
      item: { key: 'toxicity:alopecia' },
      sentence:
        'Alopecia: present on 10-Jul-2026: grade not recorded (Laboratory system); asked: toxicity of alopecia or fatigue alone of grade 2 or worse',
    })
    expect(ask(onlyTerms, ungraded, grade('fatigue', 2)).verdict).toBe('met')
    expect(ask(onlyTerms, ungraded, grade('hearing-loss', 2)).verdict).toBe('notMet')
  })
})
