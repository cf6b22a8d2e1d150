/** Ten digits without spaces, check digit proven. Written for people with `formatNhsNumber`. */
export type NhsNumber = string

export type NhsNumberFault =
  | 'empty'
  | 'letters'
  | 'too-short'
  | 'too-long'
  | 'check-digit'
  | 'not-issued'
  | 'national-insurance-number'

/** Who issues the range. Numbers of Scotland and Northern Ireland are valid here: referrals cross the border. */
export type NhsNumberRange = 'demonstration' | 'scotland' | 'northern-ireland' | 'england-wales-isle-of-man'

export type ParsedNhsNumber =
  | { readonly kind: 'valid'; readonly nhsNumber: NhsNumber; readonly range: NhsNumberRange }
  | { readonly kind: 'invalid'; readonly reason: NhsNumberFault; readonly message: string }

/**
 * Reads an NHS number as people type it: spaces, dashes, dots and full-width digits are accepted.
 * '999 000 0018' → valid; '999 123 4567' → invalid, its check digit fails modulus 11.
 */
export function parseNhsNumber(text: string): ParsedNhsNumber {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}.,/_()]/gu, '')
    .toUpperCase()
  if (compact === '') return invalid('empty')
  if (/^[A-Z]{2}\d{6}[A-D]$/.test(compact)) return invalid('national-insurance-number')
  if (!/^[0-9]+$/.test(compact)) return invalid('letters')
  if (compact.length < 10) return invalid('too-short')
  if (compact.length > 10) return invalid('too-long')
  if (checkDigit(compact.slice(0, 9)) !== Number(compact[9])) return invalid('check-digit')
  if (compact < lowestIssued) return invalid('not-issued')
  return { kind: 'valid', nhsNumber: compact, range: rangeOf(compact) }
}

/** Three, three and four digits, the only form that is shown: '9990000018' → '999 000 0018'. */
export function formatNhsNumber(nhsNumber: NhsNumber): string {
  return `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`
}

/** True for a valid number from 999 000 0000 to 999 999 9999, which no living person has. */
export function isDemonstrationNhsNumber(text: string): boolean {
  const parsed = parseNhsNumber(text)
  return parsed.kind === 'valid' && parsed.range === 'demonstration'
}

/** Serial 1 to 900,000 → a different valid number of the 999 range each: 1 → '9990000018', 2 → '9990000026'. */
export function makeDemonstrationNhsNumber(serial: number): NhsNumber {
  if (!Number.isInteger(serial) || serial < 1 || serial > demonstrationNumbers) {
    throw new RangeError(
      `There is no demonstration NHS number ${serial}: use a whole number from 1 to ${demonstrationNumbers}`,
    )
  }
  const tens = String(Math.floor((serial - 1) / stemsPerTen)).padStart(5, '0')
  const stems = [...'0123456789'].map((digit) => `999${tens}${digit}`).filter((stem) => checkDigit(stem) !== null)
  const stem = stems[(serial - 1) % stemsPerTen]
  if (stem === undefined) throw new RangeError(`Fewer than ${stemsPerTen} stems of 999${tens} have a check digit`)
  return `${stem}${checkDigit(stem)}`
}

/** Of ten consecutive stems at most one has no check digit, because the last digit weighs 2 and 11 is prime. */
const stemsPerTen = 9
const demonstrationNumbers = 100_000 * stemsPerTen
const lowestIssued = '0101000000'

/** Modulus 11 with weights 10 to 2; null where the remainder asks for a check digit of 10, which is never issued. */
function checkDigit(stem: string): number | null {
  const sum = [...stem].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const check = 11 - (sum % 11)
  if (check === 10) return null
  return check === 11 ? 0 : check
}

function rangeOf(digits: string): NhsNumberRange {
  if (digits >= '9990000000') return 'demonstration'
  if (digits <= '3112999999') return 'scotland'
  if (digits >= '3200000010' && digits <= '3999999999') return 'northern-ireland'
  return 'england-wales-isle-of-man'
}

const messages: Record<NhsNumberFault, string> = {
  empty: 'Enter an NHS number',
  letters: 'An NHS number has digits only: remove letters and other characters',
  'too-short': 'An NHS number has 10 digits: this one has fewer',
  'too-long': 'An NHS number has 10 digits: this one has more',
  'check-digit': 'Check the NHS number: at least one digit is wrong',
  'not-issued': 'Check the NHS number: no number starts like this',
  'national-insurance-number': 'This is a National Insurance number: enter the NHS number',
}

function invalid(reason: NhsNumberFault): ParsedNhsNumber {
  return { kind: 'invalid', reason, message: messages[reason] }
}
