/** Environment variables that cannot be used. The message has one line for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * Reads typed values from environment variables and collects what is wrong, so that an operator sees all of it at the
 * first start. An empty value counts as not set. A value that is wrong is replaced by its fallback until
 * {@link throwIfWrong}.
 */
export class EnvironmentReader {
  readonly #environment: Readonly<Record<string, string | undefined>>
  readonly #readFile: (path: string) => string
  readonly #problems: string[] = []

  constructor(environment: Readonly<Record<string, string | undefined>>, readFile: (path: string) => string) {
    this.#environment = environment
    this.#readFile = readFile
  }

  text(name: string): string | null {
    return this.#environment[name]?.trim() || null
  }

  /** From `name`, or from the file that `name_FILE` names. */
  secret(name: string): string | null {
    const fileName = `${name}_FILE`
    const path = this.text(fileName)
    const value = this.text(name)
    if (path === null) return value
    if (value !== null) {
      this.reject(fileName, `is set beside ${name}; keep one of them`)
      return value
    }
    try {
      const content = this.#readFile(path).trim()
      if (content === '') this.reject(fileName, `names ${path}, which is empty; write the value into it`)
      return content || null
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.reject(fileName, `names ${path}, which cannot be read (${reason}); correct the path or its permissions`)
      return null
    }
  }

  integer(name: string, range: { readonly least: number; readonly most: number; readonly fallback: number }): number {
    const value = this.text(name)
    if (value === null) return range.fallback
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= range.least && number <= range.most) return number
    this.reject(name, `is '${value}'; write a whole number from ${range.least} to ${range.most}`)
    return range.fallback
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.text(name)
    if (value === null) return fallback
    const choice = choices.find((candidate) => candidate === value)
    if (choice === undefined) this.reject(name, `is '${value}'; write one of ${choices.join(', ')}`)
    return choice ?? fallback
  }

  onOrOff(name: string, fallback: boolean): boolean {
    return this.oneOf(name, ['on', 'off'], fallback ? 'on' : 'off') === 'on'
  }

  /** Values separated by commas. */
  list(name: string): readonly string[] {
    return (this.text(name) ?? '').split(',').flatMap((part) => part.trim() || [])
  }

  /** Notes that a variable is wrong; `why` continues the sentence after its name and says what to do. */
  reject(name: string, why: string): void {
    this.#problems.push(`${name} ${why}`)
  }

  throwIfWrong(): void {
    if (this.#problems.length === 0) return
    throw new ConfigError(
      `The configuration cannot be used:\n${this.#problems.map((line) => `  - ${line}.`).join('\n')}`,
    )
  }
}
