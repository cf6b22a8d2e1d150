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
        <VerdictMark mark="notKnown" />
        <VerdictMark mark="toRead" />
      </>,
    )
    expect([...container.children].map((mark) => mark.textContent)).toEqual(['Met', 'Not met', 'Not known', 'To read'])
    expect(new Set([...container.querySelectorAll('path')].map((path) => path.getAttribute('d'))).size).toBe(4)
  })

  it('never take an open verdict for met', () => {
    expect(markOf({ verdict: 'unknown', reason: 'stale' })).toBe('notKnown')
    expect(markOf({ verdict: 'unknown', reason: 'toRead' })).toBe('toRead')
    expect(markOf({ verdict: 'met', reason: 'decided' })).toBe('met')
    expect(markOf({ verdict: 'notMet', reason: 'decided' })).toBe('notMet')
  })

  it('of an outcome never say that a patient is eligible', () => {
    expect(Object.values(outcomeWords).filter(({ label }) => /eligible/i.test(label))).toEqual([])
    render(<OutcomeTag outcome="noFailuresFound" />)
    expect(screen.getByText('No criteria failed on the data held')).toBeVisible()
  })

  it('of a clock give state, day and days used', () => {
    render(
      <ClockTag clock={{ state: 'overdue', dueOn: '2026-07-08', daysUsed: 3, daysAllowed: 2, unit: 'workingDays' }} />,
    )
    expect(screen.getByText('Overdue')).toBeVisible()
    expect(screen.getByText('due 08-Jul-2026, 3 of 2 working days')).toBeVisible()
  })

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
