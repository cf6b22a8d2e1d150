const mostOfOneAddress = 120
const mostInAll = 3000
const minuteMilliseconds = 60_000

/**
 * How many refusals to people who are not signed in are written down in a minute, of one address and in all: whoever is
 * refused ever so often must not fill the disk with it.
 *
 * @param onFull told once a minute with the first address that is left out
 */
export function strangersLimit(onFull: (address: string) => void): { admits(address: string, now: Date): boolean } {
  let minute = Number.NaN
  let inAll = 0
  let isFull = false
  const counts = new Map<string, number>()
  return {
    admits(address, now) {
      const current = Math.floor(now.getTime() / minuteMilliseconds)
      if (current !== minute) {
        minute = current
        inAll = 0
        isFull = false
        counts.clear()
      }
      const count = (counts.get(address) ?? 0) + 1
      if (count > mostOfOneAddress || inAll >= mostInAll) {
        if (!isFull) onFull(address)
        isFull = true
        return false
      }
      counts.set(address, count)
      inAll += 1
      return true
    },
  }
}
