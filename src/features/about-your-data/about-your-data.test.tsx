import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { readingGrade } from '../../../tests/support/reading-grade.ts'
import { oncologistSession, renderRoute } from '../../../tests/support/render-route.tsx'

import { aboutYourDataRoute } from './route.ts'

const open = () =>
  renderRoute(aboutYourDataRoute, { at: '/about-your-data', session: { ...oncologistSession, caller: null } })

describe('what people are told of their data', () => {
  it('says what is held, why, who sees it, how long, what they can ask and refuse, and who has looked', async () => {
    const { container } = open()
    for (const name of [
      'What is held',
      'Why it is held',
      'Who can see it',
      'How long it is kept',
      'What you can ask for',
      'Ask who has seen your record',
      'If you do not want this',
    ]) {
      expect(await screen.findByRole('heading', { name })).toBeVisible()
    }
    expect(screen.getByRole('link', { name: 'See the register of releases' })).toHaveAttribute('href', '/releases')
    await expectAccessible(container)
  })

  it('can be read at the age of eleven', async () => {
    const { container } = open()
    await screen.findByRole('heading', { name: 'What is held' })
    const texts = [...container.querySelectorAll('p, li')]
      .filter((element) => element.closest('details') === null)
      .map(({ textContent }) => textContent)
    expect(texts.length).toBeGreaterThan(25)
    expect(readingGrade(texts)).toBeLessThanOrEqual(6)
  })
})

describe('the measure of how hard a text is', () => {
  it('tells a children’s text from that of an office', () => {
    expect(readingGrade(['The cat sat on the mat. It was a big cat.'])).toBeLessThan(2)
    const office = 'Organisational accountability necessitates comprehensive documentation of information governance.'
    expect(readingGrade([office])).toBeGreaterThan(15)
  })
})
