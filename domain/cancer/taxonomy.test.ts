import { describe, expect, test } from 'vitest'
import { familyNames } from './cancer-type.ts'
import { formatCodeRange, isInRange } from './code-range.ts'
import { ancestorsOf, cancerTypeById, childrenOf, descendantsOf, taxonomy } from './taxonomy.ts'

const idsOf = (types: readonly { id: string }[]) => types.map((type) => type.id)

describe('the taxonomy', () => {
  test('has 12 families, 87 groups and 31 entities, every id once', () => {
    const count = (level: string) => taxonomy.filter((type) => type.level === level).length
    expect([count('family'), count('group'), count('entity')]).toEqual([12, 87, 31])
    expect(new Set(idsOf(taxonomy)).size).toBe(130)
  })

  test('every entity stands under a group of its own family, every group under its family', () => {
    for (const type of taxonomy) {
      const parent = cancerTypeById(type.parentId ?? '')
      if (type.level === 'family') expect(type.parentId).toBeNull()
      else expect(parent).toMatchObject({ family: type.family, level: type.level === 'entity' ? 'group' : 'family' })
    }
  })

  test('every group and entity has codes, and only topography of ICD-O-3', () => {
    for (const type of taxonomy.filter(({ level }) => level !== 'family')) {
      expect(type.icd10.length, type.id).toBeGreaterThan(0)
      expect(type.morphology.length, type.id).toBeGreaterThan(0)
      expect(type.topography.length, type.id).toBeGreaterThan(0)
      expect(
        type.topography.every(({ from, to }) => from >= 'C00' && to.slice(0, 3) <= 'C80'),
        type.id,
      ).toBe(true)
      expect(
        type.morphology.every(({ from, to }) => from >= '8000' && to <= '9993'),
        type.id,
      ).toBe(true)
    }
  })

  test('the codes that are most often confused', () => {
    const morphologyOf = (id: string) => cancerTypeById(id)?.morphology.map(formatCodeRange)
    expect(morphologyOf('gi-flc')).toEqual(['8171'])
    expect(morphologyOf('ne-merkel')).toEqual(['8247'])
    expect(morphologyOf('sa-gist')).toEqual(['8936'])
    expect(morphologyOf('th-tc')).toContain('8586')
  })

  test('carcinosarcoma is not among the sarcomas', () => {
    const sarcomas = [...descendantsOf('sarcoma'), ...descendantsOf('fg-sarcoma')]
    expect(sarcomas.some(({ morphology }) => morphology.some((range) => isInRange('8980', range)))).toBe(false)
  })

  test('behaviour /1 belongs to tumours that are or were coded so, and to no others', () => {
    const borderline = idsOf(taxonomy.filter(({ behaviours }) => behaviours.includes(1)))
    expect(borderline.toSorted()).toEqual(
      [
        ...['th-tet', 'th-thymoma', 'sa-gist', 'en-ppgl', 'fg-ovnonep', 'sa-desmoid', 'cns-cranio', 'cns-malmen'],
        ...['sa-dfsp', 'cns-pineal', 'fg-gtn', 'gi-appendix'],
      ].toSorted(),
    )
  })

  test('all are rare by new cases, and none is assessed by people affected', () => {
    const coded = taxonomy.filter(({ level }) => level !== 'family')
    expect(coded.every(({ rareBy }) => rareBy.rarecare === 'yes' && rareBy.act2026 === 'unassessed')).toBe(true)
    expect(cancerTypeById('sarcoma')?.rareBy.rarecare).toBe('unassessed')
  })
})

describe('going up and down', () => {
  test('above an entity are its group and its family, nearest first', () => {
    expect(idsOf(ancestorsOf('hn-adcc'))).toEqual(['hn-salivary', 'head-neck'])
    expect(idsOf(ancestorsOf('gi-flc'))).toEqual(['digestive'])
    expect(ancestorsOf('sarcoma')).toEqual([])
  })

  test('below a group are its entities; below a family everything of the family', () => {
    expect(idsOf(childrenOf('th-tet'))).toEqual(['th-thymoma', 'th-tc'])
    expect(idsOf(descendantsOf('thoracic'))).toEqual(['th-tet', 'th-thymoma', 'th-tc', 'th-meso', 'th-trachea'])
    for (const family of Object.keys(familyNames)) {
      expect(idsOf(descendantsOf(family))).toEqual(
        idsOf(taxonomy.filter((type) => type.family === family && type.level !== 'family')),
      )
    }
  })

  test('an id that does not exist has nothing above or below', () => {
    expect([cancerTypeById('gi-nothing'), ancestorsOf('gi-nothing'), descendantsOf('gi-nothing')]).toEqual([
      undefined,
      [],
      [],
    ])
  })
})
