import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ClockTag } from './clock-tag.tsx'
import { OutcomeTag, outcomeWords } from './outcome-tag.tsx'
import { RecruitmentStatusTag } from './recruitment-status-tag.tsx'
import { StatusTag } from './status-tag.tsx'
import { markOf, VerdictMark } from './verdict-mark.tsx'

describe('marks', () => {
  it('of a verdict have a word and a shape of their own', () => {
    const { container } = render(
      <>
        <VerdictMark mark="met" />
        <VerdictMark mark="notMet" />
        <VerdictMark mark="contradictory" />
        <VerdictMark mark="notKnown" />
        <VerdictMark mark="toRead" />
      </>,
    )
    const words = ['Met', 'Not met', 'Contradiction', 'Not known', 'To read']
    expect([...container.children].map((mark) => mark.textContent)).toEqual(words)
    expect(new Set([...container.querySelectorAll('path')].map((path) => path.getAttribute('d'))).size).toBe(5)
  })

  it('never take an open verdict for met', () => {
    expect(markOf({ verdict: 'unknown', reason: 'stale' })).toBe('notKnown')
    expect(markOf({ verdict: 'unknown', reason: 'contradictory' })).toBe('contradictory')
    expect(markOf({ verdict: 'unknown', reason: 'toRead' })).toBe('toRead')
    expect(markOf({ verdict: 'met', reason: 'decided' })).toBe('met')
    expect(markOf({ verdict: 'notMet', reason: 'decided' })).toBe('notMet')
  })

  it('of an outcome never say that a patient is eligible', () => {
    expect(Object.values(outcomeWords).filter(({ label }) => /eligible/i.test(label))).toEqual([])
    render(<OutcomeTag outcome="noFailuresFound" />)
    expect(screen.getByText('No criteria failed on the data held')).toBeVisible()
  })

  it.each([
    { state: 'due', daysUsed: 2, tag: 'Due', text: '08-Jul-2026, 2 of 2 working days' },
    { state: 'onTime', daysUsed: 1, tag: 'On time', text: 'due 08-Jul-2026, 1 of 2 working days' },
    { state: 'overdue', daysUsed: 2, tag: 'Overdue', text: 'due 08-Jul-2026' },
    { state: 'overdue', daysUsed: 3, tag: 'Overdue', text: 'by 1 working day, due 08-Jul-2026' },
    { state: 'escalated', daysUsed: 5, tag: 'Escalated', text: 'overdue by 3 working days, due 08-Jul-2026' },
  ] as const)(
    'of a clock that is $state after $daysUsed of 2 days say by how much',
    ({ state, daysUsed, tag, text }) => {
      render(<ClockTag clock={{ state, dueOn: '2026-07-08', daysUsed, daysAllowed: 2, unit: 'workingDays' }} />)
      expect(screen.getByText(tag)).toBeVisible()
      expect(screen.getByText(text)).toBeVisible()
    },
  )

  it('of a referral and of a trial use the words of the domain', () => {
    render(
      <>
        <StatusTag status="pre-screen-pass" />
        <RecruitmentStatusTag status="unknown" />
      </>,
    )
    expect(screen.getByText('Suitable at pre-screen')).toBeVisible()
    expect(screen.getByText('Not known')).toBeVisible()
  })
})
