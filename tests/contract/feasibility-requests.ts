import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { draftCriteria } from '../support/build-draft.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeFeasibilityRequests(suite: ContractSuite): void {
  test('says how many patients each criterion of a trial removes and cannot decide', async () => {
    const { items } = (await suite.get('listTrials', suite.oncologist, '/trials?limit=100'))
      .body as Schemas['TrialPage']
    let considered = 0
    for (const { trialId, criteriaTotal } of items) {
      const path = `/trials/${trialId}/attrition`
      const attrition = (await suite.get('getTrialAttrition', suite.oncologist, path)).body as Schemas['Attrition']
      expect(attrition.steps).toHaveLength(criteriaTotal)
      const removed = attrition.steps.reduce((sum, step) => sum + (step.removed ?? Number.NaN), 0)
      expect(removed + (attrition.steps.at(-1)?.remaining ?? Number.NaN)).toBe(attrition.considered)
      considered += attrition.considered ?? 0
    }
    expect(considered).toBeGreaterThan(items.length)
    const unknown = `/trials/${randomUUID()}/attrition`
    expect((await suite.get('getTrialAttrition', suite.oncologist, unknown)).status).toBe(404)
    const lead = await suite.api.as('national-lead')
    const { trialId } = items[0] ?? { trialId: randomUUID() }
    expect((await suite.get('getTrialAttrition', lead, `/trials/${trialId}/attrition`)).status).toBe(403)
  })

  test('says how many patients a trial would find, outside the care team without a small number', async () => {
    const { items } = (await suite.get('listTrials', suite.oncologist, '/trials?limit=100'))
      .body as Schemas['TrialPage']
    const lead = await suite.api.as('national-lead')
    for (const { trialId } of items.slice(0, 8)) {
      const path = `/trials/${trialId}/feasibility`
      const own = (await suite.get('getTrialFeasibility', suite.oncologist, path)).body as Schemas['Feasibility']
      const exact = (await suite.get('getTrialAttrition', suite.oncologist, `/trials/${trialId}/attrition`)).body
      const row = own.organisations.find(({ isOwn }) => isOwn)
      const counted = [row?.possible, row?.toRead, row?.needsData, row?.notYet, row?.notMatched].map(
        (count) => count ?? Number.NaN,
      )
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe((exact as Schemas['Attrition']).considered)
      const shown = (await suite.get('getTrialFeasibility', lead, path)).body as Schemas['Feasibility']
      expect(shown.organisations.every(({ isOwn }) => !isOwn)).toBe(true)
      expectSuppressed({ ...own, organisations: own.organisations.filter(({ isOwn }) => !isOwn) })
      expectSuppressed(shown)
    }
    expect((await suite.get('getTrialFeasibility', lead, `/trials/${randomUUID()}/feasibility`)).status).toBe(404)
    const site = await suite.api.as('site-nurse')
    expect((await suite.get('getTrialFeasibility', site, `/trials/${items[0]?.trialId}/feasibility`)).status).toBe(403)
  })

  const draft = {
    title: 'Draft',
    cancerTypeIds: ['sarcoma'],
    isBasket: false,
    criteria: draftCriteria,
    places: [{ name: 'Leeds', latitude: 53.8, longitude: -1.55 }],
  }
  const post = (body: unknown) => ({ method: 'POST', path: '/feasibility', body }) as const

  test('works out a draft that is not stored', async () => {
    const lead = await suite.api.as('information-officer')
    const answer = (await suite.ask('assessFeasibility', lead, post(draft))).body as Schemas['Feasibility']
    expectSuppressed(answer)
    expect(answer.considered).toBeGreaterThan(8)
    expect(answer.note).toContain('Software checks 1 of 2 criteria')
    expect(suppressedNumbers(answer)).not.toContain(0)
    const distances = answer.organisations.map(({ distanceKm }) => distanceKm ?? Number.POSITIVE_INFINITY)
    expect(distances).toEqual(distances.toSorted((a, b) => a - b))
  })

  test('does not tell, of a draft for few patients, who has nobody from who has a few', async () => {
    const lead = await suite.api.as('information-officer')
    const rare = post({ ...draft, cancerTypeIds: ['gi-flc'] })
    const answer = (await suite.ask('assessFeasibility', lead, rare)).body as Schemas['Feasibility']
    expect(answer).toMatchObject({ isTooFew: true, considered: null, total: null, steps: [] })
    expect(answer.organisations.length).toBeGreaterThan(1)
    for (const { isTooFew, possible, notMatched } of answer.organisations) {
      expect({ isTooFew, possible, notMatched }).toEqual({ isTooFew: true, possible: null, notMatched: null })
    }
    expect(answer.note).toContain('all numbers from 0 to 7 are shown as “0 to 7”')
  })

  test('refuses a malformed rule with a pointer to the node and the remedy', async () => {
    const rule = {
      op: 'all',
      of: [
        { op: 'age', unit: 'years', min: 18 },
        { op: 'lab', analyte: 'anc', cmp: '>' },
      ],
    }
    const criteria = [{ ...draft.criteria[0], rule }, draft.criteria[1]]
    const { status, body } = await suite.ask('assessFeasibility', suite.nurse, post({ ...draft, criteria }))
    expect(status).toBe(400)
    const { errors = [] } = body as Schemas['Problem']
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/criteria/0/rule/of/1/value', '/criteria/0/rule/of/1/unit'])
    expect(errors[0]?.message).toBe('value is missing. Give value as a number or text')
    expect((await suite.ask('assessFeasibility', suite.nurse, post({ criteria: [] }))).status).toBe(400)
  })

  test('refuses a rule in a unit that nobody records, a limit that nobody has, and a cohort that is not declared', async () => {
    const lab = (analyte: string, value: number, unit: string) => ({ op: 'lab', analyte, cmp: '>=', value, unit })
    const counts = { op: 'all', of: [lab('platelets', 100, 'banana'), lab('haemoglobin', 9, 'g/L')] }
    const ofB = { ...draft.criteria[1], appliesTo: ['B '] }
    const asked = { ...draft, criteria: [{ ...draft.criteria[0], rule: counts }, ofB], cohorts: ['A', 'B'] }
    const { status, body } = await suite.ask('assessFeasibility', suite.nurse, post(asked))
    expect(status).toBe(400)
    const { errors = [] } = body as Schemas['Problem']
    expect(errors.map(({ pointer }) => pointer)).toEqual([
      '/criteria/1/appliesTo/0',
      '/criteria/0/rule/of/0/unit',
      '/criteria/0/rule/of/1/value',
    ])
    expect(errors[0]?.message).toBe('"B " is not a cohort of the trial. Write "B"')
    expect(errors[2]?.message).toBe(
      'value is 9, which haemoglobin in g/L cannot be. Give value as a number from 20 to 250, or check the unit',
    )
    const undeclared = post({ ...draft, criteria: [draft.criteria[0], ofB] })
    expect((await suite.ask('assessFeasibility', suite.nurse, undeclared)).status).toBe(400)
    const closed = { ...draft, cohorts: ['A'], closedCohorts: ['A', 'B'] }
    expect(
      ((await suite.ask('assessFeasibility', suite.nurse, post(closed))).body as Schemas['Problem']).errors,
    ).toEqual([{ pointer: '/closedCohorts/1', message: '"B" is not a cohort of the trial. Add it to "cohorts" too' }])
    const declared = post({ ...draft, criteria: [draft.criteria[0], { ...ofB, appliesTo: ['B'] }], cohorts: ['B'] })
    expect((await suite.ask('assessFeasibility', suite.nurse, declared)).status).toBe(200)
  })

  test('refuses a gene that nobody knows, and names the one that may be meant', async () => {
    const rule = { op: 'biomarker', type: 'variant', gene: 'BRAFFF', result: 'present' }
    const asked = post({ ...draft, criteria: [draft.criteria[1], { ...draft.criteria[0], rule }] })
    const { status, body } = await suite.ask('assessFeasibility', suite.nurse, asked)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      type: 'urn:problem:draft-not-readable',
      errors: [{ pointer: '/criteria/1/rule/gene', message: expect.stringContaining('Write "BRAF" if that is meant') }],
    })
  })

  test('takes a text that says neither that it includes nor that it excludes, and refuses such a rule', async () => {
    const [adults, text] = draft.criteria.map((criterion) => ({ ...criterion, kind: 'notStated' }))
    const taken = await suite.ask('assessFeasibility', suite.nurse, post({ ...draft, criteria: [text] }))
    expect((taken.body as Schemas['Feasibility']).steps.map(({ kind }) => kind)).toEqual(['notStated'])
    const refused = await suite.ask('assessFeasibility', suite.nurse, post({ ...draft, criteria: [text, adults] }))
    expect(refused.status).toBe(400)
    expect((refused.body as Schemas['Problem']).errors?.map(({ pointer }) => pointer)).toContain('/criteria/1/kind')
  })

  test('refuses a rule that asks for a word that nobody can record, with the words that are known', async () => {
    const rule = { op: 'infection', agent: 'HBV', result: 'carrier' }
    const criteria = [{ ...draft.criteria[0], rule }, draft.criteria[1]]
    const { status, body } = await suite.ask('assessFeasibility', suite.nurse, post({ ...draft, criteria }))
    expect(status).toBe(400)
    expect((body as Schemas['Problem']).errors).toEqual([
      {
        pointer: '/criteria/0/rule/result',
        message: 'result is "carrier". Give result as one of negative, positive, active, past',
      },
    ])
  })
}

function expectSuppressed(answer: Schemas['Feasibility']): void {
  for (const number of suppressedNumbers(answer)) expect((number ?? 0) % 5).toBe(0)
}

function suppressedNumbers({ organisations, total, considered, steps }: Schemas['Feasibility']): (number | null)[] {
  const rows = [...organisations, ...(total === null ? [] : [total])]
  return [
    considered,
    ...rows.flatMap(({ possible, toRead, needsData, notYet, notMatched }) => [
      ...[possible, toRead, needsData, notYet, notMatched],
    ]),
    ...steps.flatMap(({ undecided, remaining }) => [undecided, remaining]),
  ]
}
