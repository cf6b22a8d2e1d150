import { render, screen } from '@testing-library/react'
import { createMemoryRouter, Outlet } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { KeptPlace } from './kept-place.tsx'

/* jsdom has no layout: the length of the page, where it is scrolled to and when it grows are set by hand. */
let length: number
let scrolledTo: number
let grow: () => void

beforeEach(() => {
  length = 3000
  scrolledTo = 0
  grow = () => {}
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(tell: () => void) {
        grow = tell
      }
      observe() {}
      disconnect() {
        grow = () => {}
      }
    },
  )
  vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => scrolledTo)
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockImplementation(() => length)
  vi.spyOn(window, 'scrollTo').mockImplementation((_, y) => {
    scrolledTo = Math.min(Number(y), length - window.innerHeight)
  })
  return () => vi.unstubAllGlobals()
})

function scroll(place: number): void {
  scrolledTo = place
  window.dispatchEvent(new Event('scroll'))
}

/** The list left at 1200 for a patient, then gone back to before its rows are there. */
async function goBack() {
  const element = (
    <>
      <Outlet />
      <KeptPlace />
    </>
  )
  const children = ['patients', 'patients/:patientId'].map((path) => ({ path, element: path }))
  const router = createMemoryRouter([{ element, children }], { initialEntries: ['/patients'] })
  render(<RouterProvider router={router} />)
  scroll(1200)
  await router.navigate('/patients/a')
  await screen.findByText('patients/:patientId')
  scroll(0)
  length = 900
  await router.navigate(-1)
  await screen.findByText('patients')
  return router
}

describe('the place on a page that is gone back to', () => {
  it('is there again once its list has come', async () => {
    await goBack()
    grow()
    expect(scrolledTo).toBe(0)
    length = 3000
    grow()
    expect(scrolledTo).toBe(1200)
  })

  it.each(['wheel', 'touchstart', 'pointerdown', 'keydown'])('is left to a reader who acts first: %s', async (act) => {
    await goBack()
    window.dispatchEvent(new Event(act))
    length = 3000
    grow()
    expect(scrolledTo).toBe(0)
  })

  it('is not taken to the page that is opened next', async () => {
    const router = await goBack()
    await router.navigate('/patients/b')
    await screen.findByText('patients/:patientId')
    length = 3000
    grow()
    expect(scrolledTo).toBe(0)
  })
})
