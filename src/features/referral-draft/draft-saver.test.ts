import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import { ApiProblem } from '../../data/problem.ts'
import type { Attempt } from '../../data/unwrap.ts'
import { type DraftContent, draftSaver, type SaveState } from './draft-saver.ts'
import { draft } from './sample-draft.ts'

type Referral = components['schemas']['Referral']

const typed = (message: string): DraftContent => ({ siteId: null, withheldItemIds: [], message })

function referral(version: number): Referral {
  return { ...draft, referral: { ...draft.referral, version, lastEventAt: `2026-11-18T10:3${version}:00Z` } }
}
const offline: Attempt<Referral> = {
  ok: false,
  problem: new ApiProblem({ type: 'urn:problem:unreachable', title: 'Offline', status: 0, detail: 'No answer.' }),
}
const changedBySomebody: Attempt<Referral> = {
  ok: false,
  problem: new ApiProblem({
    type: 'urn:problem:conflict',
    title: 'Changed',
    status: 412,
    detail: 'Changed.',
    current: referral(8),
  }),
}

/** A saver over a server that answers as told, else stores; every answer waits until it is let go. */
function saverOver(...answers: Attempt<Referral>[]) {
  const requests: { message: string; version: number; answer: () => void }[] = []
  const states: SaveState[] = []
  const saver = draftSaver({
    version: 1,
    save: ({ message }, version) =>
      new Promise((resolve) => {
        const answer = answers[requests.length] ?? { ok: true, data: referral(version + 1) }
        requests.push({ message, version, answer: () => resolve(answer) })
      }),
    report: (state) => states.push(state),
  })
  const settle = async () => {
    await vi.runAllTimersAsync()
    requests.at(-1)?.answer()
    await vi.runAllTimersAsync()
  }
  return { saver, requests, states, settle }
}

describe('saving a draft while it is typed', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits for a pause and then saves the last words once', async () => {
    const { saver, requests, states, settle } = saverOver()
    for (const message of ['K', 'Ke', 'Keen']) saver.change(typed(message))
    expect(requests).toEqual([])
    await settle()
    expect(requests.map(({ message, version }) => ({ message, version }))).toEqual([{ message: 'Keen', version: 1 }])
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '2026-11-18T10:32:00Z' })
  })

  it('never has two requests under way, and makes each from the version the one before left', async () => {
    const { saver, requests, settle } = saverOver()
    saver.change(typed('first'))
    await vi.runAllTimersAsync()
    saver.change(typed('second'))
    await vi.runAllTimersAsync()
    expect(requests).toHaveLength(1)
    requests[0]?.answer()
    await settle()
    expect(requests.map(({ message, version }) => ({ message, version }))).toEqual([
      { message: 'first', version: 1 },
      { message: 'second', version: 2 },
    ])
  })

  it('keeps what could not be saved and sends it with the next attempt', async () => {
    const { saver, requests, states, settle } = saverOver(offline)
    saver.change(typed('Keen'))
    await settle()
    expect(states.at(-1)).toMatchObject({ kind: 'failed', problem: { title: 'Offline' } })
    const flushed = saver.flush()
    await settle()
    expect(await flushed).toBe(2)
    expect(requests.map(({ message }) => message)).toEqual(['Keen', 'Keen'])
  })

  it('stops at a version of somebody else and saves nothing more until a person has decided', async () => {
    const { saver, requests, states, settle } = saverOver(changedBySomebody)
    saver.change(typed('Mine'))
    await settle()
    expect(states.at(-1)).toMatchObject({ kind: 'conflict', current: { referral: { version: 8 } } })
    saver.change(typed('Mine, longer'))
    await settle()
    expect(await saver.flush()).toBeNull()
    expect(requests).toHaveLength(1)

    saver.goOnFrom(8, typed('Mine, longer'))
    await settle()
    expect(requests.at(-1)).toMatchObject({ message: 'Mine, longer', version: 8 })
  })

  it('takes the stored version without saving over it', async () => {
    const { saver, requests, settle } = saverOver(changedBySomebody)
    saver.change(typed('Mine'))
    await settle()
    saver.goOnFrom(8, null)
    expect(await saver.flush()).toBe(8)
    expect(requests).toHaveLength(1)
  })

  it('has nothing to save when nothing was typed', async () => {
    const { saver, requests } = saverOver()
    expect(await saver.flush()).toBe(1)
    expect(requests).toEqual([])
  })
})
