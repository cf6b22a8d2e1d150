import { describe, expect, it } from 'vitest'
import { candidateSentences, criteriaCount, criteriaText } from './candidate-sentences.ts'
import { notMetForNowTexts } from './cohort-sentences.ts'
import type { Candidate } from './group-candidates.ts'

const plain: Candidate = {
  trialId: '00000000-0000-4000-8000-000000000021',
  registryId: 'DEMO-1',
  title: 'Chordoma trial',
  phases: ['PHASE2'],
  recruitmentStatus: 'open',
  isDemonstration: true,
  isBasket: false,
  diagnosisGrade: 'exact',
  outcome: 'needsData',
  outcomeLabel: 'Needs data',
  leftOutByWish: null,
  hasTextToRead: false,
  canBeMetFrom: null,
  dateDependsOn: [],
  expiresOn: null,
  criteria: { met: 12, notMet: 0, unknown: 3, toRead: 2, setByClinician: 0 },
  blocking: [],
  notMetForNow: [],
  blockingInCohorts: [],
  blockingFindings: [],
  undecided: [],
  toLookAgain: [],
  cohort: null,
  criteriaCohort: null,
  sites: [],
  because: [],
  referral: null,
  change: null,
}
const today = '2026-11-18'
const sentences = (part: Partial<Candidate>) => candidateSentences({ ...plain, ...part }, today)

describe('what a closed card says of a trial', () => {
  it('names the items that are not known', () => {
    expect(sentences({ undecided: ['ECOG', 'platelets', 'HER2'] })).toEqual([
      '3 items not known: ECOG, platelets, HER2',
    ])
    expect(sentences({ undecided: ['ECOG'] })).toEqual(['1 item not known: ECOG'])
  })

  it('names what is only to be confirmed apart from what is to be found out', () => {
    const undecided = ['Confirm: medicines reviewed', 'ECOG', 'Confirm: treatment history complete']
    expect(sentences({ undecided })).toEqual([
      '1 item not known: ECOG',
      'To confirm: medicines reviewed, treatment history complete',
    ])
  })

  it('tells first of a verdict that the record speaks against, with the value, and not once more among the items', () => {
    const again = 'Set to “met” by Dr A Example, to be looked at again: ECOG 0 or 1; the record says: ECOG 3'
    const undecided = ["Clinician's verdict to be looked at again", 'HER2']
    expect(sentences({ toLookAgain: [again], undecided })).toEqual([again, '1 item not known: HER2'])
  })

  it('says the value that speaks against a verdict once, and the values of other criteria still', () => {
    const low = 'ECOG performance status 3 on 03-Aug-2026 is not as asked: 0 or 1 (Clinic letter)'
    const platelets = 'Platelets 82 ×10⁹/L on 03-Aug-2026 is below the limit of 100 ×10⁹/L'
    const again = `Set to “met” by Dr A Example, to be looked at again: ECOG 0 or 1; the record says: ${low}`
    const ecog = { text: 'ECOG 0 or 1', sentences: [low], setBy: null }
    const other = { text: 'Platelets at least 100', sentences: [platelets], setBy: null }
    const told = { toLookAgain: [again], blockingFindings: [ecog, other] }
    expect(sentences({ ...told, outcome: 'notMatched', blocking: [ecog.text, other.text] })).toEqual([
      again,
      'Excluded by: ECOG 0 or 1',
      `Excluded by: Platelets at least 100. Found: ${platelets}`,
    ])
    expect(sentences({ ...told, outcome: 'notYet', blocking: [ecog.text] })).toEqual([again, 'Not met: ECOG 0 or 1'])
    const ofCohort = { cohort: 'A', blocking: [ecog.text], notMetForNow: [] }
    expect(sentences({ ...told, outcome: 'notMatched', blockingInCohorts: [ofCohort] })).toEqual([
      again,
      'Excluded from cohort A by: ECOG 0 or 1',
    ])
  })

  it('names the first three of many, and says how many more there are', () => {
    const thirteen = Array.from({ length: 13 }, (_, index) => `item ${index + 1}`)
    expect(sentences({ undecided: thirteen })).toEqual(['13 items not known: item 1, item 2, item 3 and 10 more'])
    expect(sentences({ undecided: thirteen.slice(0, 4) })).toEqual([
      '4 items not known: item 1, item 2, item 3 and 1 more',
    ])
    expect(sentences({ blocking: ['A', 'B', 'C', 'D'] })).toEqual(['Not met: A; B; C and 1 more'])
  })

  it('of a trial that is not matched names what excludes the patient, and nothing that would not change it', () => {
    const excluded = { outcome: 'notMatched', diagnosisGrade: 'possible', blocking: ['Under 18 years'] } as const
    const notMetForNow = ['Platelets at least 100']
    expect(sentences({ ...excluded, blocking: [...excluded.blocking], notMetForNow })).toEqual([
      'Excluded by: Under 18 years',
    ])
  })

  it('tells beside what excludes the value that decided, or who did', () => {
    const excluded = {
      outcome: 'notMatched',
      blocking: ['ECOG 0 or 1.', 'Fit for surgery', 'The patient has died'],
    } as const
    const ecog = 'ECOG performance status 3 on 03-Aug-2026 is not as asked: 0 or 1 (Clinic letter)'
    const set = 'Set to “not met” by Dr A Example on 03-Aug-2026'
    const blockingFindings = [
      { text: 'ECOG 0 or 1.', sentences: [ecog], setBy: null },
      { text: 'Fit for surgery', sentences: [set], setBy: 'Dr A Example' },
    ]
    expect(sentences({ ...excluded, blocking: [...excluded.blocking], blockingFindings })).toEqual([
      `Excluded by: ECOG 0 or 1. Found: ${ecog}`,
      `Excluded by: Fit for surgery. ${set}`,
      'Excluded by: The patient has died',
    ])
    const [low = ''] = blockingFindings.map(({ text }) => text)
    expect(sentences({ outcome: 'notYet', blocking: [low], blockingFindings })).toEqual([
      `Not met: ECOG 0 or 1. Found: ${ecog}`,
    ])
    const ofCohort = { cohort: 'A', blocking: [low], notMetForNow: [] }
    expect(sentences({ outcome: 'notMatched', blockingInCohorts: [ofCohort], blockingFindings })).toEqual([
      `Excluded from cohort A by: ECOG 0 or 1. Found: ${ecog}`,
    ])
  })

  it('names what excludes from all cohorts, then what excludes from each', () => {
    const of = (cohort: string, ...blocking: string[]) => ({ cohort, blocking, notMetForNow: [] })
    const excluded = { outcome: 'notMatched', criteriaCohort: 'A' } as const
    const blockingInCohorts = [of('A', 'ECOG 0'), of('B', 'No chemotherapy', 'Grade 3'), of('C', 'ECOG 0')]
    expect(sentences({ ...excluded, blocking: ['Under 18 years'], blockingInCohorts })).toEqual([
      'Excluded by: Under 18 years',
      'Excluded from cohorts A and C by: ECOG 0',
      'Excluded from cohort B by: No chemotherapy; Grade 3',
    ])
    expect(sentences({ ...excluded, blockingInCohorts: [of('A', '1', '2', '3', '4')] })).toEqual([
      'Excluded from cohort A by: 1; 2; 3 and 1 more',
    ])
  })

  it('says of what could change of which cohort it is', () => {
    const of = (cohort: string, ...notMetForNow: string[]) => ({ cohort, blocking: [], notMetForNow })
    const blockingInCohorts = [of('A', 'Bilirubin'), of('B', 'Bilirubin', 'Creatinine')]
    const notMetForNow = ['Platelets', 'Platelets']
    expect(sentences({ outcome: 'notMatched', blockingInCohorts })).toEqual([])
    const creatinine = 'Creatinine 150 µmol/L on 03-Aug-2026 is above the limit of 110 µmol/L (Laboratory system)'
    const blockingFindings = [{ text: 'Creatinine', sentences: [creatinine], setBy: null }]
    expect(notMetForNowTexts({ notMetForNow, blockingInCohorts, blockingFindings })).toEqual([
      'Platelets',
      'Cohorts A and B: Bilirubin',
      `Cohort B: Creatinine. Found: ${creatinine}`,
    ])
  })

  it('says what is not met and from when it can be', () => {
    expect(sentences({ blocking: ['Washout of chemotherapy'], canBeMetFrom: '2026-12-12' })).toEqual([
      'Can be met from 12-Dec-2026',
      'Not met: Washout of chemotherapy',
    ])
  })

  it('names a day that something not known can put off only as the earliest', () => {
    const candidate = { canBeMetFrom: '2026-12-12', dateDependsOn: ['Confirm: treatment history complete'] }
    expect(sentences(candidate)).toEqual(['Not before 12-Dec-2026, depending on: treatment history complete'])
  })

  it.each([
    ['2026-11-17', 'Expired on 17-Nov-2026'],
    ['2026-11-18', 'Expires today, 18-Nov-2026'],
    ['2026-11-19', 'Expires in 1 day, on 19-Nov-2026'],
    ['2026-11-27', 'Expires in 9 days, on 27-Nov-2026'],
    ['2027-02-15', 'Expires in 89 days, on 15-Feb-2027'],
    ['2027-02-16', 'Expires on 16-Feb-2027'],
    ['2027-02-17', 'Expires on 17-Feb-2027'],
    ['2027-05-20', 'Expires on 20-May-2027'],
  ])('of a window that ends on %s says "%s"', (expiresOn, sentence) => {
    expect(sentences({ expiresOn })).toEqual([sentence])
  })

  it.each(['2027-05-21', '2031-04-18'])(
    'of a window that ends more than half a year from now, on %s, says nothing',
    (expiresOn) => {
      expect(sentences({ expiresOn })).toEqual([])
    },
  )

  it('says when the diagnosis itself is not proven', () => {
    expect(sentences({ diagnosisGrade: 'possible' })).toEqual(['The diagnosis needs a histology code'])
    expect(sentences({ diagnosisGrade: 'unknown' })).toEqual(['The diagnosis is not coded'])
    expect(sentences({ diagnosisGrade: 'unknown', isBasket: true })).toEqual([])
  })

  it('counts the criteria of every kind', () => {
    expect(criteriaText(plain)).toBe('12 criteria met, 0 not met, 3 not known, 2 to read')
    expect(criteriaCount(plain)).toBe(17)
  })

  it('says of which cohort it counts them, where none gives the outcome', () => {
    expect(criteriaText({ ...plain, cohort: 'A', criteriaCohort: 'A' })).toBe(criteriaText(plain))
    expect(criteriaText({ ...plain, criteriaCohort: 'A' })).toBe(`In cohort A: ${criteriaText(plain)}`)
  })
})
