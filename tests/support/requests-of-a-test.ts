/** Turns of the event loop in which a request that has been sent certainly reaches its handler; they cost no time. */
const turnsToReachAHandler = 50

/**
 * Keeps the requests of one test to that test. Pages of other tests share this process, and what one of them sends as
 * it ends would otherwise be answered, and counted, by the handlers of the next.
 *
 * @returns the way to end the test: it waits for requests that are under way, and later ones are never sent
 */
export function keepRequestsToOneTest(): () => Promise<void> {
  const send = globalThis.fetch
  const underWay = new Set<Promise<unknown>>()
  let hasEnded = false

  globalThis.fetch = (input, init) => {
    if (hasEnded) return new Promise(() => undefined)
    const answer = send(input, init)
    const done: Promise<boolean> = answer.then(
      () => underWay.delete(done),
      () => underWay.delete(done),
    )
    underWay.add(done)
    return answer
  }

  return async () => {
    hasEnded = true
    // Some handlers never answer, so the turns are counted.
    for (let turn = 0; underWay.size > 0 && turn < turnsToReachAHandler; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    globalThis.fetch = send
  }
}
