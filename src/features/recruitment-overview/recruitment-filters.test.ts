import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { recruitmentStatuses } from '#domain/trial/recruitment-status.ts'
import { formatSearch, parseSearch } from '../../data/search-params.ts'
import {
  countTrials,
  filterTrials,
  type RecruitmentFilters,
  ratings,
  recruitmentFilters,
} from './recruitment-filters.ts'

type RecruitmentRow = components['schemas']['RecruitmentRow']

const read = (search: string) => parseSearch(recruitmentFilters, new URLSearchParams(search))
const trial = (title: string, colour: RecruitmentRow['rating']['colour'], more: Partial<RecruitmentRow> = {}) =>
  ({
    trialId: title,
    registryId: 'DEMO-0001',
    title,
    recruitmentStatus: 'open',
    cancerTypes: [{ cancerTypeId: 'chordoma', name: 'Chordoma' }],
    target: 40,
    recruited: 9,
    lastRecruitedOn: null,
    rating: { kind: 'rated', ratio: -0.57, words: 'Behind plan', colour, expectedToDate: 21 },
    dormancy: 'active',
    isOverRecruited: false,
    siteMonthsNotReturned: 0,
    sentence: '',
    ...more,
  }) satisfies RecruitmentRow
const trials = [trial('Alpha', 'red'), trial('Beta', 'green', { recruitmentStatus: 'paused' }), trial('Gamma', 'none')]
const titles = (filters: Partial<RecruitmentFilters>) =>
  filterTrials(trials, { ...read(''), ...filters }).map(({ title }) => title)

describe('the filters of the recruitment overview', () => {
  it('survive the way into an address and back', () => {
    const anyFilters = fc.record({
      text: fc.string({ maxLength: 200 }),
      rating: fc.subarray([...ratings]),
      status: fc.subarray([...recruitmentStatuses]),
    })
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const address = formatSearch(recruitmentFilters, filters).toString()
        expect(parseSearch(recruitmentFilters, new URLSearchParams(address))).toEqual(filters)
      }),
    )
  })

  it('ignore nonsense in an address', () => {
    expect(read('rating=blue&status=ended&sort=x')).toEqual(read(''))
  })

  it('let every trial pass while nothing is chosen, in the order given', () => {
    expect(titles({})).toEqual(['Alpha', 'Beta', 'Gamma'])
  })

  it('find words of title, number and cancer type in any order, whatever their case', () => {
    expect(titles({ text: 'CHORDOMA beta' })).toEqual(['Beta'])
    expect(titles({ text: 'demo-0001 alpha' })).toEqual(['Alpha'])
    expect(titles({ text: 'sarcoma' })).toEqual([])
  })

  it('narrow by rating, where no rating is a value of its own, and by status', () => {
    expect(titles({ rating: ['red', 'none'] })).toEqual(['Alpha', 'Gamma'])
    expect(titles({ status: ['paused'] })).toEqual(['Beta'])
    expect(titles({ status: ['paused'], rating: ['red'] })).toEqual([])
  })

  it('count what each value would leave given the other filters', () => {
    const counts = countTrials(trials, { ...read(''), status: ['open'], rating: ['red'] })
    expect(ratings.map(counts.rating)).toEqual([1, 0, 0, 1])
    expect(counts.status('open')).toBe(1)
    expect(counts.status('paused')).toBe(0)
  })
})
