import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { reportProgress } from './report-progress.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('work of less than two seconds is not spoken of', async () => {
  const lines: string[] = []
  const work = Promise.withResolvers<string>()
  const done = reportProgress(
    'Opening',
    (line) => lines.push(line),
    () => work.promise,
  )
  await vi.advanceTimersByTimeAsync(1_999)
  work.resolve('open')
  expect(await done).toBe('open')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(lines).toEqual([])
})

test('silent work is spoken of every two seconds, counted from its start', async () => {
  const lines: string[] = []
  const work = Promise.withResolvers<void>()
  const done = reportProgress(
    'Opening',
    (line) => lines.push(line),
    async (say) => {
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      say('half-way')
      await work.promise
    },
  )
  await vi.advanceTimersByTimeAsync(5_000)
  expect(lines).toEqual(['  … Opening: 2 s so far', 'half-way', '  … Opening: 5 s so far'])
  work.resolve()
  await done
})

test('work that fails fails for whoever asked, and is spoken of no more', async () => {
  const lines: string[] = []
  const failing = reportProgress(
    'Opening',
    (line) => lines.push(line),
    () => Promise.reject(new Error('No disk.')),
  )
  await expect(failing).rejects.toThrow('No disk.')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(lines).toEqual([])
})
