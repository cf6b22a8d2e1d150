import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { IdentityBanner } from './identity-banner.tsx'

const jane = {
  name: { familyName: 'Smith', givenName: 'Jane', title: 'Ms' },
  bornOn: '1945-07-14',
  nhsNumber: '9990000018',
  sex: 'female' as const,
}
const banner = () => screen.getByRole('region', { name: 'Patient' })

describe('the identity banner', () => {
  it('gives name, birth with age, sex and NHS number in this order', () => {
    render(<IdentityBanner patient={jane} today="2026-11-18" />)
    expect(banner()).toHaveTextContent('SMITH, Jane (Ms)Born14-Jul-1945 (81y)SexFemaleNHS No.999 000 0018')
  })

  it('says "Not known" for what is missing', () => {
    render(<IdentityBanner patient={{ ...jane, bornOn: null, nhsNumber: null, sex: null }} today="2026-11-18" />)
    expect(within(banner()).getAllByText('Not known')).toHaveLength(3)
  })

  it('says that a patient died, when and how old, and gives no present age', () => {
    render(<IdentityBanner patient={{ ...jane, diedOn: '2026-07-13' }} today="2026-11-18" />)
    expect(banner()).toHaveTextContent('Born14-Jul-1945Died13-Jul-2026Age at death80y')
    expect(banner()).toHaveClass('app-identity--died')
  })

  it('is accessible', async () => {
    await expectAccessible(render(<IdentityBanner patient={jane} today="2026-11-18" />).container)
  })
})
