import { say } from './say.mjs'

const firstWordAfterMs = 2_000
const wordEveryMs = 5_000

/**
 * Says that a step is still going whenever it has printed nothing for a while.
 * @param {string} title
 */
export function startProgress(title) {
  const startedAt = Date.now()
  let nextWordAt = startedAt + firstWordAfterMs
  const timer = setInterval(() => {
    if (Date.now() < nextWordAt) return
    say(`  … ${title}: ${seconds(Date.now() - startedAt)} so far`)
    nextWordAt = Date.now() + wordEveryMs
  }, 250)

  return {
    /** The step printed something itself: no word is needed for now. */
    sawOutput: () => {
      nextWordAt = Date.now() + wordEveryMs
    },
    /** Stops the words and tells how long the step took. */
    stop: () => {
      clearInterval(timer)
      return seconds(Date.now() - startedAt)
    },
  }
}

/** @param {number} durationMs */
const seconds = (durationMs) => `${(durationMs / 1_000).toFixed(1)} s`
