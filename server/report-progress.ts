type Say = (line: string) => void

const wordEveryMs = 2_000

/**
 * Does some work and says every two silent seconds how long it has taken so far, so that nobody wonders whether it has
 * stopped. What the work itself says through the `say` it is given counts as a word.
 */
export async function reportProgress<Result>(
  title: string,
  say: Say,
  work: (say: Say) => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now()
  const sayHowLong = () => say(`  … ${title}: ${Math.round((performance.now() - startedAt) / 1000)} s so far`)
  let timer = setInterval(sayHowLong, wordEveryMs)
  try {
    return await work((line) => {
      clearInterval(timer)
      timer = setInterval(sayHowLong, wordEveryMs)
      say(line)
    })
  } finally {
    clearInterval(timer)
  }
}
