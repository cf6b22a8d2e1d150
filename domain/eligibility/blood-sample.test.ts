import { expect, it } from 'vitest'
import { bloodSampleResults } from './blood-sample.ts'
import { recordableCodes } from './finding-shape.ts'

it('one blood sample answers what is reported of it as a figure, in the order that was asked', () => {
  const results = bloodSampleResults(['ps:ECOG', 'lab:platelets', 'diagnosis', 'lab:anc', 'observation:weight'])
  expect(results.map(({ key, label }) => [key, label])).toEqual([
    ['lab:platelets', 'Platelets'],
    ['lab:anc', 'ANC'],
  ])
  expect(results.map(({ form }) => form.target)).toMatchObject([
    { kind: 'observation', observationKind: 'lab', code: 'platelets' },
    { kind: 'observation', observationKind: 'lab', code: 'anc' },
  ])
})

it('urine, cerebrospinal fluid, clearances, words and what nobody knows are no part of it', () => {
  const others = bloodSampleResults(recordableCodes('lab').map((code) => `lab:${code}`)).map(({ key }) => key)
  const left = recordableCodes('lab').filter((code) => !others.includes(`lab:${code}`))
  expect(left.toSorted()).toEqual([
    'crcl-cg',
    'csf-cytology',
    'gfr-measured',
    'hcg',
    'hiv-viral-load',
    'urine-protein-24h',
    'urine-protein-dip',
  ])
  expect(bloodSampleResults(['lab:plateletts', 'lab'])).toEqual([])
})

it('asks for a figure, and for nothing else that has to be filled in but the day', () => {
  for (const { key, form } of bloodSampleResults(recordableCodes('lab').map((code) => `lab:${code}`))) {
    const required = form.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)
    expect(required.filter((name) => name !== 'unit').toSorted(), key).toEqual(['observedOn', 'value'])
    expect(form.fields.find(({ name }) => name === 'value')?.control.kind, key).toBe('number')
  }
})
