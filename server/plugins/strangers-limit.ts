const mostOfOneAddress = 120
const mostInAll = 3000
const minuteMilliseconds = 60_000

/**
 * How many refusals to people who are not signed in are written down in a minute, of one address and in all: whoever is
 * refused ever so often must not fill the disk with it.
 */
export function strangersLimit(): { admits(address: string, now: Date): boolean } {
  let minute = Number.NaN
  let inAll = 0
  const counts = new Map<string, number>()
  return {
    admits(address, now) {
      const current = Math.floor(now.getTime() / minuteMilliseconds)
      if (current !== minute) {
        minute = current
        inAll = 0
        counts.clear()
      }
      const count = (counts.get(address) ?? 0) + 1
      if (count > mostOfOneAddress || inAll >= mostInAll) return false
      counts.set(address, count)
      inAll += 1
      return true
    },
  }
}
