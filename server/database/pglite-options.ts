import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { columnParsers, sessionSettings } from './parse-column-values.ts'

/** What every embedded database has in common, in memory or on disk. Array types take their element's parser. */
export const pgliteOptions = {
  extensions: { pg_trgm, unaccent },
  parsers: columnParsers,
  startParams: [
    ...PGlite.defaultStartParams,
    ...Object.entries(sessionSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ],
} satisfies PGliteOptions
