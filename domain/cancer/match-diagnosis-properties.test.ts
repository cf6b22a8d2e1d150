import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyDiagnosis, type DiagnosisGrade, gradeDiagnosis, resolveDiagnosis } from './match-diagnosis.ts'
import type { DiagnosisCodes } from './read-diagnosis.ts'
import { ancestorsOf, cancerTypeById, taxonomy } from './taxonomy.ts'

describe('for any codes', () => {
  const coded = taxonomy.filter(({ level }) => level !== 'family')
  const textOrNull = (...texts: fc.Arbitrary<string>[]) => fc.option(fc.oneof(...texts), { nil: null })
  const site = fc
    .tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 0, max: 9 }))
    .map(([a, b]) => `C${String(a).padStart(2, '0')}.${b}`)
  const usedSite = fc.constantFrom(
    ...coded.flatMap(({ icd10, topography }) => [...icd10, ...topography].flatMap(({ from, to }) => [from, to])),
  )
  const usedBase = fc.constantFrom(
    ...coded.flatMap(({ morphology }) => morphology.flatMap(({ from, to }) => [from, to])),
  )
  const base = fc.oneof(
    usedBase,
    fc.integer({ min: 8000, max: 9993 }).map(String),
    fc.constantFrom('8000', '8010', '8140', '8800', '9591'),
  )
  const digit = fc.constantFrom('', '/0', '/1', '/2', '/3', '/6', '/9')
  const anyDiagnosis: fc.Arbitrary<DiagnosisCodes> = fc.record({
    icd10: textOrNull(site, usedSite),
    topography: textOrNull(site, usedSite),
    morphology: textOrNull(fc.tuple(base, digit).map((parts) => parts.join(''))),
    morphologySystem: fc.constantFrom('icd-o-3', 'snomed-ct', null),
  })
  const strength: Record<DiagnosisGrade, number> = { none: 0, unknown: 1, possible: 2, group: 3, exact: 4 }

  test('a type is never graded weaker than what lies below it', () => {
    fc.assert(
      fc.property(anyDiagnosis, (codes) => {
        for (const type of coded) {
          const own = strength[gradeDiagnosis(codes, type.id)]
          for (const above of ancestorsOf(type.id)) {
            expect(strength[gradeDiagnosis(codes, above.id)], `${above.id} over ${type.id}`).toBeGreaterThanOrEqual(own)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the lists and the single grade agree, and only an entity is graded by its group', () => {
    fc.assert(
      fc.property(anyDiagnosis, (codes) => {
        const { kind, exact, group, possible } = classifyDiagnosis(codes)
        expect(new Set([...exact, ...group, ...possible]).size).toBe(exact.length + group.length + possible.length)
        for (const { id } of taxonomy) {
          const listed = exact.includes(id)
            ? 'exact'
            : group.includes(id)
              ? 'group'
              : possible.includes(id)
                ? 'possible'
                : 'none'
          expect(gradeDiagnosis(codes, id)).toBe(kind === 'unknown' ? 'unknown' : listed)
        }
        for (const id of group) {
          const entity = cancerTypeById(id)
          expect(entity?.level).toBe('entity')
          expect(exact).toContain(entity?.parentId)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the resolved type has the grade that is claimed, and the most specific wins', () => {
    fc.assert(
      fc.property(anyDiagnosis, (codes) => {
        const answer = resolveDiagnosis(codes)
        if (answer === null) return
        expect(gradeDiagnosis(codes, answer.cancerTypeId)).toBe(answer.grade)
        for (const id of answer.alternates) {
          expect(gradeDiagnosis(codes, id)).toBe(answer.grade)
          expect(ancestorsOf(answer.cancerTypeId).some((above) => above.id === id)).toBe(false)
        }
        if (answer.grade === 'exact' && cancerTypeById(answer.cancerTypeId)?.level === 'group') {
          expect(answer.alternates.every((id) => cancerTypeById(id)?.level === 'group')).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the way a code is written does not matter', () => {
    fc.assert(
      fc.property(anyDiagnosis, (codes) => {
        const untidy = {
          ...codes,
          icd10: codes.icd10?.toLowerCase().replace('.', '') ?? null,
          topography: codes.topography === null ? null : ` ${codes.topography.replace('.', '')}`,
          morphology: codes.morphology === null ? null : `M${codes.morphology.replace('/', '')}`,
        }
        expect(classifyDiagnosis(untidy)).toEqual(classifyDiagnosis(codes))
      }),
    )
  })

  test('every group and entity is proven by the first site and cell type of its own table', () => {
    for (const type of coded) {
      const codes = { topography: type.topography[0]?.from ?? null, morphology: type.morphology[0]?.from ?? null }
      expect(gradeDiagnosis({ icd10: null, morphologySystem: 'icd-o-3', ...codes }, type.id), type.id).toBe('exact')
    }
  })

  test('every ICD-10 code of its table leaves a group or entity possible while histology is missing', () => {
    for (const type of coded) {
      for (const { from } of type.icd10.filter((range) => range.from < 'C77' || range.from >= 'C80')) {
        const codes = { icd10: from, topography: null, morphology: null, morphologySystem: null }
        expect(gradeDiagnosis(codes, type.id), `${type.id} ${from}`).toBe('possible')
      }
    }
  })
})
