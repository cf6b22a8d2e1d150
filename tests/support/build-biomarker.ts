import fc from 'fast-check'
import type { Biomarker } from '../../domain/eligibility/patient-record.ts'
import { testOf } from '../../domain/eligibility/sample-record.ts'
import { addDays, type CalendarDate } from '../../domain/identity/calendar-date.ts'

/**
 * Tests of any type: words, changes, pairs, alleles and numbers, some failed and some of a central laboratory. Most of
 * them are of one type, so that a later one can contradict an earlier one, or several of one day each other; of some
 * patients one test found what another denies.
 */
export function biomarkers(asOf: CalendarDate): fc.Arbitrary<readonly Biomarker[]> {
  const types = [variant, worded, paired, typed, measured]
  const ofOneType = fc.oneof(...types.map((type) => fc.array(dated(type, asOf), { maxLength: 4 })))
  const ofOneDay = fc.oneof(...types.map((type) => fc.array(recorded(type), { minLength: 2, maxLength: 4 })))
  const together = fc
    .tuple(ofOneDay, daysAgo)
    .map(([tests, days]) => tests.map((test) => ({ ...test, reportedOn: addDays(asOf, -days) })))
  const ofAny = fc.oneof(...types.map((type) => dated(type, asOf)))
  const opposites = fc.oneof(disputed(asOf), fc.constant([]), fc.constant([]))
  return fc.tuple(ofOneType, together, opposites, fc.array(ofAny, { maxLength: 4 })).map((lists) => lists.flat())
}

const daysAgo = fc.constantFrom(0, 0, 1, 30, 400)

function dated(test: fc.Arbitrary<Biomarker>, asOf: CalendarDate): fc.Arbitrary<Biomarker> {
  return fc.tuple(recorded(test), daysAgo).map(([found, days]) => ({ ...found, reportedOn: addDays(asOf, -days) }))
}

function recorded(test: fc.Arbitrary<Biomarker>): fc.Arbitrary<Biomarker> {
  return fc
    .record({ test, isCentralReview: fc.boolean(), id: fc.nat() })
    .map(({ test: found, isCentralReview, id }) => ({ ...found, id: `${found.id}-${id}`, isCentralReview }))
}

const variant = fc
  .record({
    genes: fc.constantFrom(['BRAF'], [' braf'], ['c-Kit'], ['BRAF', 'KIT']),
    hgvsP: fc.constantFrom(
      ...['p.Val600Glu', 'V600E', 'p.(Val600Lys)', 'p.Gly469Ala', 'p.R213*', 'R213X', '?', null, null],
      ...['p.Val600=', 'V600V', 'V600?', 'p.Val600Ter', 'V600*', 'V600fs', 'p.Val600_Lys601delinsGlu', 'p.Met1?'],
    ),
    result: fc.constantFrom('present', 'detected', 'absent', 'not detected', 'failed', 'equivocal'),
  })
  .map((parts) => testOf('variant', parts))

const worded = fc
  .constantFrom(
    { type: 'msi', words: ['MSI-H', 'MSS', 'equivocal', 'failed'] } as const,
    { type: 'mmr', words: ['dMMR', 'pMMR', 'insufficient', 'indeterminate'] } as const,
    { type: 'cna', genes: ['ERBB2'], words: ['amplified', 'not-amplified', 'borderline', 'failed'] } as const,
    { type: 'cna', genes: ['HER-2'], words: ['amplified', 'not-amplified'] } as const,
    { type: 'ihc', marker: 'HER2', words: ['Positive', 'negative', 'equivocal', 'failed'] } as const,
    { type: 'ihc', marker: 'c-erbB-2', words: ['positive', 'negative'] } as const,
  )
  .chain(({ type, words, ...subject }) => {
    const genes = 'genes' in subject ? subject.genes : []
    const marker = 'marker' in subject ? subject.marker : null
    return fc.constantFrom(...words).map((result) => testOf(type, { genes, marker, result }))
  })

const paired = fc
  .record({
    genes: fc.constantFrom<readonly string[]>(
      ...[
        ['ETV6', 'NTRK1'],
        ['NTRK1'],
        ['NTRK2', '*'],
        ['FLI1', 'EWSR1'],
        ['EWSR1'],
        ['*'],
        [],
        ['NTRK1', 'NTRK2'],
        ['Etv6', 'ntrk1 '],
        ['TEL', 'Trk-A'],
        ['EWS'],
      ],
    ),
    result: fc.constantFrom('present', 'absent', 'not detected', 'failed', 'equivocal'),
  })
  .map((parts) => testOf('fusion', parts))

const typed = fc
  .record({
    allele: fc.constantFrom('02:01', 'HLA-A*02', 'A*03:01', '03', '24:02', 'A*24', '02:01:01', null),
    result: fc.constantFrom('present', 'positive', 'present', 'absent', 'failed'),
  })
  .map((parts) => testOf('hla', { genes: ['HLA-A'], ...parts }))

const measured = fc.oneof(
  fc
    .record({
      marker: fc.constantFrom('AR', 'ar ', 'HER2', 'ERBB2'),
      value: fc.constantFrom(1, 3, 5, 6, 7, null),
      unit: fc.constantFrom('IRS', 'IRS', 'plus', null),
      result: fc.constantFrom('positive', 'absent', 'insufficient'),
    })
    .map((parts) => testOf('ihc', parts)),
  fc
    .record({ value: fc.constantFrom(9, 10, 11, null), unit: fc.constantFrom('mut/Mb', 'mut/Mb', null) })
    .map((parts) => testOf('tmb', { result: 'reported', ...parts })),
)

/** What one test found and another denies, of any two days. */
function disputed(asOf: CalendarDate): fc.Arbitrary<readonly Biomarker[]> {
  const pairs = fc.constantFrom<readonly [Biomarker, Biomarker]>(
    [
      testOf('variant', { genes: ['BRAF'], hgvsP: 'V600E' }),
      testOf('variant', { genes: ['braf'], result: 'not detected' }),
    ],
    [
      testOf('variant', { genes: ['KIT'], hgvsP: 'D816V' }),
      testOf('variant', { genes: ['KIT'], hgvsP: 'p.Asp816Val', result: 'absent' }),
    ],
    [testOf('fusion', { genes: ['ETV6', 'NTRK1'] }), testOf('fusion', { genes: ['NTRK1'], result: 'absent' })],
    [
      testOf('cna', { genes: ['ERBB2'], result: 'amplified' }),
      testOf('cna', { genes: ['erbb2'], result: 'not-amplified' }),
    ],
    [
      testOf('hla', { genes: ['HLA-A'], allele: '24:02' }),
      testOf('hla', { genes: ['HLA-A'], allele: '24', result: 'absent' }),
    ],
    [testOf('msi', { result: 'MSI-H' }), testOf('msi', { result: 'MSS' })],
    [testOf('mmr', { result: 'dMMR' }), testOf('mmr', { result: 'pMMR' })],
  )
  return pairs.chain((tests) => fc.tuple(...tests.map((test) => dated(fc.constant(test), asOf))))
}
