import { expect, test } from 'vitest'
import { isTrialFoundByText, trialSearchForm } from './trial-search.ts'

const form = trialSearchForm({
  title: 'Naïve or relapsed Ewing’s sarcoma: HER2-low disease',
  acronym: 'rEECur-2',
  registryId: 'DEMO-SBA-02',
  sponsor: { name: 'Universität Münster' },
  conditions: [{ text: 'Ewing Sarcoma' }, { text: 'Askin tumour' }],
})

test.each([
  'ewings',
  'EWING’S sarcoma',
  'naive',
  'lapsed',
  'her2 low',
  'HER2-LOW',
  'reecur',
  'demo-sba-02',
  'DEMO SBA 02',
  'munster',
  'ＭÜＮＳＴＥＲ',
  'askin',
  'tumour münster',
])('"%s" finds the trial', (typed) => {
  expect(isTrialFoundByText(form, typed)).toBe(true)
})

test.each([
  ['another word', 'osteosarcoma'],
  ['one word of two', 'ewing lymphoma'],
  ['parts that stand apart', 'DEMO-02'],
  ['the end of one text and the beginning of the next', 'sarcoma-askin'],
  ['a wildcard', '%'],
  ['signs only', '- _'],
  ['blank text', ' '],
])('%s finds nothing', (_, typed) => {
  expect(isTrialFoundByText(form, typed)).toBe(false)
})
