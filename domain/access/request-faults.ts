/**
 * What is wrong at one place of a request, in words that fit behind the name of the field. Whoever checks a request, and
 * with whatever tool, tells the same fault in the same words.
 */
export const requestFaults = {
  missing: 'is missing',
  notAField: 'is not a field of this request',
  notAParameter: 'is not a parameter of this operation',
  givenTwice: 'must be given once',
  sameTwice: 'must not have the same item twice',
  noKind: 'must name one of the kinds that this can be',
  notText: 'has a character that is not text',
  notValid: 'is not valid',
  oneOf: (choices: readonly unknown[]) =>
    `must be one of ${choices.map((choice) => JSON.stringify(choice) ?? 'nothing').join(', ')}`,
  atLeastCharacters: (least: number) => (least === 1 ? 'must not be empty' : `must have at least ${least} characters`),
  atMostCharacters: (most: number) => `must have at most ${most} characters`,
  atLeastItems: (least: number) => (least === 1 ? 'must not be empty' : `must have at least ${least} items`),
  atMostItems: (most: number) => `must have at most ${most} items`,
  atLeast: (least: number) => `must be at least ${least}`,
  atMost: (most: number) => `must be at most ${most}`,
  /** @param type a JSON Schema type; null beside another is left out, since nobody types it */
  ofType: (type: string) => typeSentences[type] ?? `must be ${type}`,
  /** @param format a JSON Schema format */
  ofFormat: (format: string) => formatSentences[format] ?? `must be a ${format}`,
  /**
   * @param pattern the source of a regular expression of the contract
   * @param otherwise said of a pattern that has no words here
   */
  ofPattern: (pattern: string, otherwise = `must have the form ${pattern}`) => patternSentences[pattern] ?? otherwise,
} as const

const typeSentences: Readonly<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  integer: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
}

const formatSentences: Readonly<Record<string, string>> = {
  date: 'must be a date as YYYY-MM-DD',
  uuid: 'must be a uuid',
  email: 'must be an email address',
}

const patternSentences: Readonly<Record<string, string>> = {
  '^[A-Z]{2}$': 'must be a country code of two capital letters',
  '^[A-Z]{2}[0-9]{2}$': 'must be a reason code',
  '^[A-Z0-9]{3,10}$': 'must have 3 to 10 capital letters and digits',
  '^[a-z0-9-]{2,60}$': 'must be an identifier of a cancer type',
  '^"[0-9]{1,9}"$': 'must be an ETag, a whole number in quotation marks',
  '^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,6})?Z$':
    'must be an instant in UTC, written as 2026-06-09T18:00:00Z',
  '\\S': 'must be more than spaces',
  '\\S[\\s\\S]{8,}\\S': 'must have at least 10 characters without the spaces around them',
}
