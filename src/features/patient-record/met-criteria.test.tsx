import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { metText } from './met-criteria.tsx'
import { id, needsData, verdicts } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open, card } = servePatientRecord()
const user = userEvent.setup()

async function why() {
  const { container } = open()
  const trial = await card(needsData.title)
  await user.click(trial.getByRole('button', { name: /^Why/ }))
  return { container, trial }
}

const everyMet = verdicts.map((each): Schemas['CriterionVerdict'] => ({
  ...each,
  ruleText: 'as written',
  verdict: 'met',
  reason: 'decided',
}))
const override: Schemas['CriterionOverride'] = {
  overrideId: id('71'),
  verdict: 'met',
  reason: 'Repeat sample of 17 November was 120',
  by: 'Dr Alex Moor',
  role: 'oncologist',
  at: '2026-11-18T09:30:00.000Z',
  softwareVerdict: 'notMet',
  state: 'active',
  stateReason: null,
}

describe('the criteria that are met', () => {
  it('are one line below those that decide, and open by keyboard', async () => {
    const { container, trial } = await why()
    const line = await trial.findByRole('button', { name: '1 criterion met' })
    expect(line).toHaveAttribute('aria-expanded', 'false')
    const region = document.getElementById(line.getAttribute('aria-controls') ?? '')
    expect(region).toHaveClass('app-met-criteria--closed')
    expect(within(region ?? container).getByText('Aged 18 years or over')).toBeInTheDocument()
    const decisive = trial.getByRole('table', { name: 'Criteria one by one' })
    expect(decisive.compareDocumentPosition(line)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    line.focus()
    await user.keyboard('{Enter}')
    expect(trial.getByRole('button', { name: 'Hide: 1 criterion met' })).toHaveFocus()
    expect(region).not.toHaveClass('app-met-criteria--closed')
    await expectAccessible(container)
  })

  it('stand open where nothing else is left to read', async () => {
    shown.verdict = { ...shown.verdict, criteria: everyMet }
    const { trial } = await why()
    expect(await trial.findByRole('button', { name: 'Hide: 4 criteria met' })).toBeVisible()
    expect(trial.getAllByRole('table')).toHaveLength(1)
  })

  it('are a list of wordings first where each is a card, with rules and values on request', async () => {
    const { trial } = await why()
    await user.click(await trial.findByRole('button', { name: '1 criterion met' }))
    const region = document.querySelector('.app-met-criteria--brief')
    expect(region).toHaveTextContent('Aged 18 years or over')
    expect(region?.querySelector('.app-verdicts__rule')).toHaveTextContent('Rule: Age at least 18 years')
    await user.click(trial.getByRole('button', { name: 'Show rules and values', pressed: false }))
    expect(region).not.toHaveClass('app-met-criteria--brief')
    expect(trial.getByRole('button', { name: 'Show rules and values', pressed: true })).toBeVisible()
  })

  it('name the cohorts that alone they ask', async () => {
    shown.verdict = { ...shown.verdict, criteria: verdicts.map((each) => ({ ...each, appliesTo: ['A', 'B'] })) }
    const { trial } = await why()
    expect(await trial.findAllByText('Only for cohorts A and B')).toHaveLength(verdicts.length)
  })

  it('are as many as the card counts: advice and what stands above are told apart', () => {
    const met = (patch: Partial<Schemas['CriterionVerdict']>, place: number) =>
      ({ ...verdicts[0], criterionId: `M${place}`, ...patch }) as Schemas['CriterionVerdict']
    expect(metText([met({}, 1), met({}, 2), met({ class: 'advisory' }, 3)])).toBe(
      '2 criteria met, and 1 that is advice only',
    )
    expect(metText([met({}, 1), met({ override }, 2), ...verdicts.slice(1)])).toBe('2 criteria met, 1 of them above')
    expect(metText([met({ class: 'advisory' }, 1), met({ class: 'advisory' }, 2)])).toBe(
      '0 criteria met, and 2 that are advice only',
    )
  })

  it('are no line where none is met', async () => {
    shown.verdict = { ...shown.verdict, criteria: verdicts.filter(({ verdict }) => verdict !== 'met') }
    const { trial } = await why()
    await trial.findByRole('table', { name: 'Criteria one by one' })
    expect(trial.queryByRole('button', { name: /criteri(on|a) met$/ })).toBeNull()
    expect(trial.getAllByRole('table')).toHaveLength(1)
  })

  it('do not hide what a clinician has said', async () => {
    const criteria = verdicts.map((each) => (each.criterionId === 'I3' ? { ...each, override } : each))
    shown.verdict = { ...shown.verdict, criteria }
    const { trial } = await why()
    const decisive = within(await trial.findByRole('table', { name: 'Criteria one by one' }))
    expect(decisive.getByText('Set by a clinician: Met')).toBeVisible()
  })

  it('stand open again where a verdict on one of them was refused, with what was typed', async () => {
    const problem = { type: 'urn:problem:invalid-request', title: 'Not saved', status: 400, detail: 'x' }
    server.use(
      http.post('*/api/patients/:patientId/trials/:trialId/overrides', () =>
        HttpResponse.json<Schemas['Problem']>(problem, { status: 400 }),
      ),
    )
    const { trial } = await why()
    await user.click(await trial.findByRole('button', { name: '1 criterion met' }))
    await user.click(trial.getByRole('button', { name: 'Disagree? Set this criterion: Aged 18 years or over' }))
    const form = within(screen.getByRole('form', { name: 'Your verdict: Aged 18 years or over' }))
    await user.click(form.getByRole('radio', { name: 'Not met' }))
    await user.type(form.getByRole('textbox', { name: 'Reason' }), 'Born in 2010 as the passport says')
    const save = form.getByRole('button', { name: 'Save your verdict' })
    await user.click(trial.getByRole('button', { name: 'Hide: 1 criterion met' }))
    save.click()
    await waitFor(() => expect(trial.getByRole('button', { name: 'Hide: 1 criterion met' })).toBeVisible())
    expect(form.getByRole('textbox', { name: 'Reason' })).toHaveValue('Born in 2010 as the passport says')
  })
  it('do not take a form that is open out of sight, nor what is typed in it', async () => {
    const { router } = open()
    const trial = await card(needsData.title)
    await user.click(trial.getByRole('button', { name: /^Why/ }))
    await user.click(await trial.findByRole('button', { name: 'Disagree? Set this criterion: ECOG 0 or 1' }))
    await user.type(trial.getByRole('textbox', { name: 'Reason' }), 'Seen in clinic')
    const criteria = verdicts.map((each) => (each.criterionId === 'I2' ? { ...each, verdict: 'met' as const } : each))
    shown.verdict = { ...shown.verdict, criteria }
    await router.revalidate()
    const decisive = within(trial.getByRole('table', { name: 'Criteria one by one' }))
    const [row] = await decisive.findAllByRole('row', { name: /ECOG 0 or 1/ })
    await waitFor(() => expect(row?.querySelector('.app-verdict')).toHaveTextContent('Met'))
    expect(decisive.getByRole('textbox', { name: 'Reason' })).toHaveValue('Seen in clinic')
  })
})
