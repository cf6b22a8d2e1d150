import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useChosen } from './use-chosen.ts'

type Filters = { readonly grade?: string | undefined; readonly missing?: readonly string[] }

const page = (shown: Filters) => {
  const hook = renderHook(({ current }) => useChosen(current), { initialProps: { current: shown } })
  return {
    chosen: () => hook.result.current[0],
    choose: (next: Filters) => act(() => hook.result.current[1](next)),
    comes: (current: Filters) => hook.rerender({ current }),
  }
}

describe('what a reader has chosen', () => {
  it('is shown at once and stays when its page has come', () => {
    const { chosen, choose, comes } = page({})
    choose({ grade: 'confirmed' })
    expect(chosen()).toEqual({ grade: 'confirmed' })
    comes({ grade: 'confirmed' })
    expect(chosen()).toEqual({ grade: 'confirmed' })
  })

  it('is not undone by the page of the choice before, which comes later', () => {
    const { chosen, choose, comes } = page({})
    choose({ grade: 'confirmed' })
    choose({ ...chosen(), missing: ['stage'] })
    comes({ grade: 'confirmed' })
    expect(chosen()).toEqual({ grade: 'confirmed', missing: ['stage'] })
    comes({ missing: ['stage'], grade: 'confirmed' })
    expect(chosen()).toEqual({ grade: 'confirmed', missing: ['stage'] })
  })

  it('is forgotten when a page comes that was not chosen here', () => {
    const { chosen, choose, comes } = page({ grade: 'possible' })
    choose({ grade: 'confirmed' })
    comes({})
    expect(chosen()).toEqual({})
  })

  it('does not come back when the reader goes back to an earlier page', () => {
    const { chosen, choose, comes } = page({})
    choose({ grade: 'confirmed' })
    choose({ grade: undefined, missing: ['stage'] })
    comes({ grade: 'confirmed' })
    comes({ missing: ['stage'] })
    comes({ grade: 'confirmed' })
    expect(chosen()).toEqual({ grade: 'confirmed' })
  })
})
