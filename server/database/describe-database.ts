import type { DatabaseLocation } from './database-engine.ts'

/** Which database it is, for somebody at a terminal and for messages that end in a log: never with its user or password. */
export function describeDatabase(location: DatabaseLocation): string {
  switch (location.kind) {
    case 'directory':
      return `embedded, in ${location.directory}`
    case 'memory':
      return 'embedded, in memory: gone with this process'
    case 'postgres': {
      const { hostname, port, pathname } = new URL(location.url)
      const name = decodeURIComponent(pathname.slice(1)) || 'the usual database'
      return `PostgreSQL, ${name} at ${hostname || 'localhost'}:${port || '5432'}`
    }
    default:
      return location satisfies never
  }
}
