import { setTimeout as wait } from 'node:timers/promises'

/**
 * Takes turns until stopped, and rests after each for as many milliseconds as it asks for. A stop ends the rest at once and
 * waits for the turn. A turn keeps its faults to itself: one that rejects ends the turns.
 */
export function takeTurns(turn: (signal: AbortSignal) => Promise<number>): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const ended = takeAll(turn, stopping.signal)
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

async function takeAll(turn: (signal: AbortSignal) => Promise<number>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const restMilliseconds = await turn(signal)
    // Only a stop ends a rest early.
    await wait(restMilliseconds, undefined, { signal }).catch(() => {})
  }
}
