import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { needsData, verdicts } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open, card } = servePatientRecord()
const user = userEvent.setup()

const [adult, , ecog, platelets] = verdicts
const lines = (cohort: string, verdict: Schemas['Verdict']): Schemas['CriterionVerdict'] => ({
  criterionId: 'I7',
  kind: 'inclusion',
  class: 'hard',
  headings: [],
  text: 'Cohort A: no chemotherapy. Cohort B: one line',
  ruleText: 'Lines of therapy',
  appliesTo: null,
  verdict,
  reason: 'decided',
  sentences: [`Counted for ${cohort}`],
  otherParts: [],
  cohort,
  basis: `as shown for ${cohort}`,
  override: null,
})
const unfit: Schemas['Candidate'] = {
  ...needsData,
  outcome: 'notMatched',
  outcomeLabel: 'Not matched on the data held',
  undecided: [],
  criteriaCohort: 'A',
  blockingInCohorts: [
    { cohort: 'A', blocking: ['Cohort A: no chemotherapy. Cohort B: one line'], notMetForNow: [] },
    { cohort: 'B', blocking: ['ECOG 0 or 1'], notMetForNow: ['Platelets >= 100'] },
  ],
}

function serveCohorts() {
  if (adult === undefined || ecog === undefined || platelets === undefined)
    throw new Error('The sample record has no such criteria')
  shown.list = { ...shown.list, candidates: [], notMatched: [unfit] }
  shown.verdict = {
    ...shown.verdict,
    candidate: unfit,
    criteria: [adult, lines('A', 'notMet')],
    otherCohorts: [
      {
        cohort: 'B',
        outcome: 'notMatched',
        criteria: [adult, platelets, { ...ecog, verdict: 'notMet' }, lines('B', 'met')],
      },
    ],
  }
}

async function openCriteria() {
  const { container } = open()
  await user.click(await screen.findByText('Not matched on the data held (1)'))
  const trial = await card(unfit.title)
  await user.click(trial.getByRole('button', { name: /^Why/ }))
  await trial.findAllByRole('table')
  return { container, trial }
}

describe('a trial none of whose cohorts fits', () => {
  it('names on the closed card what excludes from each cohort, and whose criteria are counted', async () => {
    serveCohorts()
    open()
    await user.click(await screen.findByText('Not matched on the data held (1)'))
    const trial = await card(unfit.title)
    expect(trial.getByText('Excluded from cohort A by: Cohort A: no chemotherapy. Cohort B: one line')).toBeVisible()
    expect(trial.getByText('Excluded from cohort B by: ECOG 0 or 1')).toBeVisible()
    expect(trial.getByText(/^In cohort A: 1 criterion met/)).toBeVisible()
    await user.click(trial.getByText('Not met either, but could change: 1 criterion'))
    expect(trial.getByText('Cohort B: Platelets >= 100')).toBeVisible()
  })

  it('shows the criteria of one and by keyboard those of another', async () => {
    serveCohorts()
    const { container, trial } = await openCriteria()
    const choice = within(trial.getByRole('group', { name: 'Show the criteria of' }))
    expect(choice.getByRole('radio', { name: 'Cohort A: Not matched' })).toBeChecked()
    expect(trial.getByRole('table', { name: 'Criteria one by one, cohort A' })).toBeVisible()
    expect(trial.getByText('Counted for A')).toBeVisible()
    await expectAccessible(container)
    choice.getByRole('radio', { name: 'Cohort A: Not matched' }).focus()
    await user.keyboard('{ArrowDown}')
    const table = within(await trial.findByRole('table', { name: 'Criteria one by one, cohort B' }))
    const [, first] = table.getAllByRole('row')
    expect(first).toHaveTextContent('ECOG 0 or 1')
    expect(trial.getByText('Counted for B')).toBeVisible()
    expect(trial.queryByText('Counted for A')).toBeNull()
  })

  it('says of one open cohort that its criteria are shown', async () => {
    serveCohorts()
    shown.verdict = { ...shown.verdict, otherCohorts: [] }
    const { trial } = await openCriteria()
    expect(trial.getByText('Criteria of cohort A, the only one open.')).toBeVisible()
    expect(trial.queryByRole('group', { name: 'Show the criteria of' })).toBeNull()
  })
})

describe('a verdict on a criterion of another cohort', () => {
  it('is set for that cohort, and after a refusal stands there still, also where the card has moved', async () => {
    serveCohorts()
    const sent: unknown[] = []
    server.use(
      http.post('*/api/patients/:patientId/trials/:trialId/overrides', async ({ request }) => {
        sent.push(await request.json())
        shown.list = { ...shown.list, candidates: [{ ...unfit, outcome: 'needsData' }], notMatched: [] }
        return HttpResponse.json<Schemas['Problem']>(
          { type: 'urn:problem:override-conflict', status: 409, title: 'The data have changed', detail: 'Look again.' },
          { status: 409 },
        )
      }),
    )
    const { trial } = await openCriteria()
    await user.click(trial.getByRole('radio', { name: /^Cohort B/ }))
    await user.click(trial.getByRole('button', { name: /^Disagree.*one line$/ }))
    const form = () => within(screen.getByRole('form', { name: /^Your verdict for cohort B: / }))
    expect(form().getByRole('group', { name: 'Your verdict on this criterion for cohort B' })).toBeVisible()
    await user.click(form().getByRole('radio', { name: 'Not met' }))
    await user.type(form().getByRole('textbox', { name: 'Reason' }), 'Adjuvant treatment counts here')
    await user.click(form().getByRole('button', { name: 'Save your verdict' }))
    await waitFor(() =>
      expect(sent).toMatchObject([{ criterionId: 'I7', cohort: 'B', basis: 'as shown for B', verdict: 'notMet' }]),
    )
    expect(await screen.findByRole('heading', { name: /^Needs data/ })).toBeVisible()
    const moved = await card(unfit.title)
    expect(await moved.findByRole('heading', { name: 'The data have changed' })).toBeVisible()
    expect(moved.getByRole('radio', { name: /^Cohort B/ })).toBeChecked()
    expect(form().getByRole('textbox', { name: 'Reason' })).toHaveValue('Adjuvant treatment counts here')
  })
})
