import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { needsData } from './sample-record.ts'

const { shown, open } = servePatientRecord()

describe('candidate trials', () => {
  it('keep their sentences apart also where they are copied', async () => {
    const blocking = ['ECOG 0 or 1']
    const blockingFindings = [{ text: 'ECOG 0 or 1', sentences: ['ECOG 3 on 03-Aug-2026; asked: 0 or 1'], setBy: null }]
    const both = { ...needsData, blocking, blockingFindings, undecided: ['HER2'] }
    shown.list = { ...shown.list, candidates: [both], notMatched: [] }
    open()
    const unknown = await screen.findByText('1 item not known: HER2')
    expect(unknown.parentElement?.textContent).toBe(
      'Not met: ECOG 0 or 1. Found: ECOG 3 on 03-Aug-2026; asked: 0 or 1. 1 item not known: HER2',
    )
  })

  it('say who decided where none is left by the verdict of a clinician', async () => {
    const text = 'Fit for surgery'
    const blockingFindings = [{ text, sentences: ['Set to “not met” by Dr A Example'], setBy: 'Dr A Example' }]
    const decided = { ...needsData, outcome: 'notMatched' as const, blocking: [text], blockingFindings, undecided: [] }
    shown.list = { ...shown.list, candidates: [], notMatched: [decided] }
    open()
    expect(
      await screen.findByText('No open trial is left: 1 trial does not match by the verdict of Dr A Example'),
    ).toBeVisible()
    expect(screen.getByText('Not matched by a clinician’s verdict (1)')).toBeVisible()
  })
})
