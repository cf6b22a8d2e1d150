import { type PGlite, parse, protocol, type Results } from '@electric-sql/pglite'

const { serialize } = protocol

interface KeptStatement {
  readonly name: string
  /** The database's number of the type of each parameter. */
  readonly types: readonly number[]
}

/** Lists of different lengths make different statements of one; beyond so many the rest is planned each time. */
const mostKept = 200

/** Statements that the session of an embedded database has read and planned, by their text. */
export class KeptStatements {
  readonly #database: PGlite
  readonly #byText = new Map<string, KeptStatement>()

  constructor(database: PGlite) {
    this.#database = database
  }

  /** Runs a statement as `PGlite.query` does, and keeps what was found out about it. Throws what `PGlite.query` throws. */
  async query(text: string, parameters: readonly unknown[]): Promise<Results> {
    const kept = this.#byText.get(text)
    if (kept === undefined && this.#byText.size >= mostKept) return this.#database.query(text, [...parameters])
    const { name, types } = kept ?? (await this.#read(text))
    const values = parameters.map((value, index) => this.#asText(value, types[index]))
    const messages = await this.#database.execProtocolStream(
      Buffer.concat([
        serialize.bind({ statement: name, values }),
        serialize.describe({ type: 'P' }),
        serialize.execute({}),
        serialize.sync(),
      ]),
    )
    const [results] = parse.parseResults(messages, this.#database.parsers)
    if (results === undefined) throw new Error('The database answered a statement without a result.')
    return results
  }

  async #read(text: string): Promise<KeptStatement> {
    const name = `kept_${this.#byText.size}`
    const messages = await this.#database.execProtocolStream(
      Buffer.concat([serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()]),
    )
    const statement = { name, types: parse.parseDescribeStatementResults(messages) }
    this.#byText.set(text, statement)
    return statement
  }

  #asText(value: unknown, type = 0): string | null {
    if (value === null || value === undefined) return null
    const serializer = this.#database.serializers[type]
    return serializer === undefined ? String(value) : serializer(value)
  }
}
