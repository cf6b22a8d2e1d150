import { describe, expect, test } from 'vitest'
import { exampleStudy, exampleStudyWith } from './example-study.ts'
import { parseStudy } from './parse-study.ts'

function parsed(value: unknown) {
  const result = parseStudy(value)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.ok
}

function problems(value: unknown) {
  const result = parseStudy(value)
  return 'problems' in result ? result.problems.map(({ path, reason }) => `${path} ${reason}`) : []
}

describe('a complete record', () => {
  const trial = parsed(exampleStudy)

  test('keeps identifiers and titles', () => {
    expect(trial).toMatchObject({
      registry: 'clinicaltrials.gov',
      registryId: 'NCT09990001',
      title: 'Examplinib in Leiomyosarcoma',
      acronym: 'EXSARC',
      otherIds: [
        { type: 'SPONSOR', value: 'EX-SARC-01', issuer: 'Example Trials Unit' },
        { type: 'CTIS', value: '2030-500001-11-00', issuer: null },
        { type: 'OTHER', value: 'R-77', issuer: 'Example Fund' },
      ],
    })
  })

  test('keeps the exact phases and status beside the status in the words of the product', () => {
    expect(trial.phases).toEqual(['PHASE1', 'PHASE2'])
    expect(trial.overallRegistryStatus).toBe('RECRUITING')
    expect(trial.recruitmentStatus).toBe('open')
  })

  test('maps its condition to the taxonomy', () => {
    expect(trial.conditions[0]?.text).toBe('Leiomyosarcoma')
    expect(trial.cancerTypeIds).toContain('sa-lms')
    expect(trial.isBasket).toBe(false)
  })

  test('reads sites with country code, position and their own status, null where none is stated', () => {
    expect(
      trial.sites.map(({ siteKey, country, position, recruitmentStatus }) => [
        siteKey,
        country.code,
        position,
        recruitmentStatus,
      ]),
    ).toEqual([
      ['gb/exampleton/ex1 1ex/example hospital', 'GB', { latitude: 51.5, longitude: -0.12 }, 'open'],
      ['fr/lyon//clinique exemple', 'FR', null, null],
    ])
  })

  test('turns age and sex fields into criteria with a rule, and text into criteria without', () => {
    expect(trial.criteria.map(({ id, text, expr }) => [id, text, expr])).toEqual([
      ['AGE-MIN', 'Minimum age: 16 Years', { op: 'age', unit: 'years', min: 16 }],
      ['AGE-MAX', 'Maximum age: 75 Years', { op: 'age', unit: 'years', max: 75 }],
      ['SEX', 'Sex: female', { op: 'sex', in: ['female'] }],
      ['I1', 'Proven leiomyosarcoma', null],
      ['I2', 'Platelets >= 100 x 10^9/L', null],
      ['E1', 'Pregnancy', null],
    ])
    expect(trial.eligibilityText).toBe(exampleStudy.protocolSection.eligibilityModule.eligibilityCriteria)
  })

  test('keeps the precision of each date and whether it is a plan', () => {
    expect(trial.dates.start).toEqual({ on: '2029-05', type: 'actual' })
    expect(trial.dates.completion).toEqual({ on: '2034', type: 'estimated' })
    expect(trial.dataDate).toBe('2030-03-01')
  })

  test('calls the enrolment what it is, the number for all countries', () => {
    expect(trial.globalEnrolment).toEqual({ count: 120, type: 'estimated' })
  })

  test('survives being stored as JSON', () => {
    expect(JSON.parse(JSON.stringify(trial))).toEqual(trial)
  })
})

describe('what the registry does not say stays unsaid', () => {
  test('no results flag is not "no results"', () => {
    expect(parsed({ ...exampleStudy, hasResults: undefined }).hasResults).toBeNull()
    expect(parsed({ ...exampleStudy, hasResults: undefined, resultsSection: {} }).hasResults).toBe(true)
  })

  test('no enrolment is not an enrolment of 0', () => {
    expect(parsed(exampleStudyWith({ designModule: { enrollmentInfo: undefined } })).globalEnrolment).toBeNull()
    expect(parsed(exampleStudyWith({ designModule: { enrollmentInfo: { count: 0 } } })).globalEnrolment?.count).toBe(0)
  })

  test('a record without eligibility text has an undecided criterion all the same', () => {
    const trial = parsed(exampleStudyWith({ eligibilityModule: { eligibilityCriteria: ' \n ' } }))
    expect(trial.criteria.filter(({ expr }) => expr === null)).toHaveLength(1)
  })

  test('an age that cannot be read is an undecided criterion, not a missing limit', () => {
    const trial = parsed(exampleStudyWith({ eligibilityModule: { maximumAge: 'Seventy' } }))
    expect(trial.criteria).toContainEqual(
      expect.objectContaining({ id: 'AGE-MAX', text: 'Maximum age: Seventy', expr: null }),
    )
  })

  test('"N/A" and both sexes are no limits', () => {
    const trial = parsed(
      exampleStudyWith({ eligibilityModule: { minimumAge: 'N/A', maximumAge: undefined, sex: 'ALL' } }),
    )
    expect(trial.criteria.filter(({ origin }) => origin === 'registry-field')).toEqual([])
  })
})

describe('a broken record is refused with everything that is wrong with it', () => {
  test.each<[string, unknown, string]>([
    ['not an object', [1], ' is a list, not an object'],
    ['an error page', { message: 'Not found' }, 'protocolSection is missing: this is no trial record'],
    [
      'no number',
      exampleStudyWith({ identificationModule: { nctId: undefined } }),
      'protocolSection.identificationModule.nctId is missing',
    ],
    [
      'a bad number',
      exampleStudyWith({ identificationModule: { nctId: 'NCT123' } }),
      'protocolSection.identificationModule.nctId is "NCT123"',
    ],
    [
      'no title',
      exampleStudyWith({ identificationModule: { briefTitle: '  ' } }),
      'protocolSection.identificationModule.briefTitle is missing',
    ],
    [
      'no status',
      exampleStudyWith({ statusModule: { overallStatus: undefined } }),
      'protocolSection.statusModule.overallStatus is missing',
    ],
    [
      'a day that does not exist',
      exampleStudyWith({ statusModule: { startDateStruct: { date: '2029-02-30' } } }),
      'protocolSection.statusModule.startDateStruct.date is "2029-02-30", which is no date',
    ],
    [
      'a latitude beyond the pole',
      exampleStudyWith({ contactsLocationsModule: { locations: [{ geoPoint: { lat: 91, lon: 0 } }] } }),
      'protocolSection.contactsLocationsModule.locations[0].geoPoint.lat is 91',
    ],
    [
      'text for a list',
      exampleStudyWith({ conditionsModule: { conditions: 'Sarcoma' } }),
      'protocolSection.conditionsModule.conditions is "Sarcoma", not a list',
    ],
    [
      'a negative enrolment',
      exampleStudyWith({ designModule: { enrollmentInfo: { count: -1 } } }),
      'protocolSection.designModule.enrollmentInfo.count is -1',
    ],
    [
      'half a character',
      exampleStudyWith({ descriptionModule: { briefSummary: 'a\ud800b' } }),
      'protocolSection.descriptionModule.briefSummary is "a\\ud800b", not text without broken characters',
    ],
  ])('%s', (_, value, expected) => {
    expect(problems(value)).toEqual([expected])
  })

  test('a status that the registry does not have', () => {
    expect(problems(exampleStudyWith({ statusModule: { overallStatus: 'Recruiting' } }))[0]).toMatch(
      /"Recruiting", not one of ACTIVE_NOT_RECRUITING/,
    )
  })

  test('several faults are named at once, with the trial', () => {
    const broken = exampleStudyWith({ statusModule: { overallStatus: 7 }, designModule: { phases: ['PHASE9'] } })
    expect(parseStudy(broken)).toMatchObject({ registryId: 'NCT09990001', problems: [{}, {}] })
  })

  test('a field the registry adds one day does no harm', () => {
    expect(problems(exampleStudyWith({ statusModule: { moonPhase: 'FULL' } }))).toEqual([])
  })
})
