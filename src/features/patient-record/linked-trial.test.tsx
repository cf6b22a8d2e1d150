import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { renderRoute } from '../../../tests/support/render-route.tsx'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { patientRecordRoute } from './route.ts'
import { closed, fits, id, needsData } from './sample-record.ts'

const { card } = servePatientRecord()

describe('a trial of a patient, opened by its own address', () => {
  const link = (trialId: string) => renderRoute(patientRecordRoute, { at: `/patients/${id('01')}/trials/${trialId}` })

  it('stands open on the page of the patient, with the focus on it', async () => {
    const { router } = link(needsData.trialId)
    const trial = await card(needsData.title)
    expect(await trial.findByRole('row', { name: /ECOG 0 or 1/ })).toBeVisible()
    await waitFor(() => expect(trial.getByRole('button', { name: /^Hide why/ })).toHaveFocus())
    expect(router.state.location.pathname).toBe(`/patients/${id('01')}`)
    expect(within(await screen.findByRole('article', { name: fits.title })).getByText(/^Why:/)).toBeVisible()
    expect(screen.getByText('Not matched on the data held (1)').closest('details')).not.toHaveAttribute('open')
  })

  it('opens the group that it stands in', async () => {
    link(closed.trialId)
    const trial = await card(closed.title)
    await waitFor(() => expect(trial.getByRole('button', { name: /^Hide why/ })).toHaveFocus())
    expect(screen.getByText('Not matched on the data held (1)').closest('details')).toHaveAttribute('open')
  })

  it('says so where the trial is not listed for the patient', async () => {
    const { container } = link(id('99'))
    expect(await screen.findByRole('heading', { name: /The trial of your link is not listed/ })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open the trial itself' })).toHaveAttribute('href', `/trials/${id('99')}`)
    await expectAccessible(container)
  })
})
