import { setTimeout } from 'node:timers/promises'
import type { Send } from '../support/build-app.ts'
import { timed } from './distribution.ts'

/** Asks for the first page of the worklist again and again until stopped; gives the time of each answer in ms. */
export function pollWorklist(send: Send, pauseMs: number): { stop(): Promise<readonly number[]> } {
  let isWanted = true
  const times: number[] = []
  const asking = ask()
  return {
    stop() {
      isWanted = false
      return asking.then(() => times)
    },
  }

  async function ask(): Promise<void> {
    const payload = { filters: {}, sort: 'candidates', limit: 50 }
    while (isWanted) {
      const { ms, result } = await timed(() => send({ method: 'POST', url: '/api/patients/search', payload }))
      if (result.statusCode !== 200) throw new Error(`The worklist answered ${result.statusCode}: ${result.body}`)
      times.push(ms)
      await setTimeout(pauseMs)
    }
  }
}
