import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../tests/support/expect-accessible.ts'
import { ChartFrame } from './chart-frame.tsx'

function draw() {
  return render(
    <ChartFrame
      title="Recruitment is 4 patients behind target"
      sentence="8 patients have joined by October 2026; 12 were expected."
      columns={['Month', 'Recruited', 'Expected']}
      rows={[
        ['September 2026', 1240, 1.5],
        ['October 2026', null, 2],
      ]}
      fileName="recruitment.csv"
    >
      <p>The drawing</p>
    </ChartFrame>,
  )
}

afterEach(() => vi.unstubAllGlobals())

it('gives the finding, a sentence and every number, the missing ones as not known', async () => {
  const { container } = draw()
  expect(screen.getByRole('region', { name: 'Recruitment is 4 patients behind target' })).toBeVisible()
  expect(screen.getByText('8 patients have joined by October 2026; 12 were expected.')).toBeVisible()
  await userEvent.click(screen.getByText('Numbers behind this chart'))
  expect(screen.getByRole('row', { name: 'September 2026 1,240 1.5' })).toBeVisible()
  expect(screen.getByRole('row', { name: 'October 2026 Not known 2' })).toBeVisible()
  await expectAccessible(container)
})

it('saves exactly these numbers, the missing ones as empty cells', async () => {
  const saved: Blob[] = []
  const links: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    links.push(this.download)
  })
  URL.createObjectURL = (file) => {
    if (file instanceof Blob) saved.push(file)
    return 'blob:numbers'
  }
  URL.revokeObjectURL = () => undefined
  draw()
  await userEvent.click(screen.getByText('Numbers behind this chart'))
  await userEvent.click(screen.getByRole('button', { name: 'Download these numbers (CSV)' }))
  expect(links).toEqual(['recruitment.csv'])
  const text = await saved[0]?.text()
  expect(text?.replace('\uFEFF', '')).toBe('Month,Recruited,Expected\r\nSeptember 2026,1240,1.5\r\nOctober 2026,,2\r\n')
})
