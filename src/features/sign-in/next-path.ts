import { paths } from '../../data/paths.ts'
import type { Session } from '../../data/session.ts'
import { returnPath } from './return-path.ts'

/** Where to go once signed in: where the reader was going, unless a second factor has to be set up first. */
export function nextPath({ awaits }: Session, url: URL): string {
  return awaits === 'set-up' ? paths.secondFactor : returnPath(url.searchParams)
}
