import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type TestApp } from '../../../tests/support/build-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

test('a privacy officer, who sees no patient, can still read which cancers are rare', async () => {
  const officer = await app.signInAs('privacy-officer')
  const answer = await officer({ method: 'GET', url: '/api/cancer-types' })
  const { items } = answer.json<components['schemas']['CancerTypeList']>()
  expect(items.find(({ cancerTypeId }) => cancerTypeId === 'sa-lms')).toMatchObject({
    level: 'entity',
    parentId: 'sa-sts',
    name: 'Leiomyosarcoma (non-uterine)',
    morphology: expect.arrayContaining([expect.stringMatching(/^889/)]),
  })
  expect(items.filter(({ level }) => level === 'family').every(({ parentId }) => parentId === null)).toBe(true)
})
