/** Analytes whose amount and mass can be converted into each other. */
export type MolarAnalyte = 'creatinine' | 'bilirubin' | 'calcium'

/**
 * Converts between UCUM units of a closed list. ('creatinine' needs its molar factor: 1 mg/dL → 88.4 umol/L.)
 * Returns 'incompatible' for a unit that is not listed, for units of different kinds, for a molar conversion without a
 * known analyte, and for a number that is not finite. A result is never guessed.
 */
export function convertValue(
  value: number,
  fromUnit: string,
  toUnit: string,
  analyte?: string,
): number | 'incompatible' {
  if (!Number.isFinite(value)) return 'incompatible'
  const from = unitOf(fromUnit)
  const to = unitOf(toUnit)
  if (from === undefined || to === undefined) return 'incompatible'
  if (normaliseUnit(fromUnit) === normaliseUnit(toUnit)) return value
  if (from.kind === to.kind) return rounded((value * from.factor) / to.factor)
  const molPerGram = analyte === undefined ? undefined : micromolPerMilligram.get(analyte)
  if (molPerGram === undefined) return 'incompatible'
  if (from.kind === 'mass-concentration' && to.kind === 'molar-concentration') {
    return rounded((value * from.factor * molPerGram) / to.factor)
  }
  if (from.kind === 'molar-concentration' && to.kind === 'mass-concentration') {
    return rounded((value * from.factor) / molPerGram / to.factor)
  }
  return 'incompatible'
}

/** True when the unit is on the list, in any of the spellings that `normaliseUnit` knows. */
export function isKnownUnit(unit: string): boolean {
  return unitOf(unit) !== undefined
}

/** The UCUM spelling of what laboratories print: '10^9/L', '×10⁹/L' and '10e9/L' → '10*9/L', 'µmol/L' → 'umol/L'. */
export function normaliseUnit(unit: string): string {
  if (units.has(unit)) return unit
  const spelt = unit
    .trim()
    .replace(/[⁰¹²³⁴-⁹]+/g, (digits) => `^${digits.normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/μ/g, 'u')
    .replace(/^[x×]/i, '')
    .replace(/^10(?:\^|e)(\d+)/i, '10*$1')
  return spellings.get(spelt) ?? spelt
}

/** Every unit into which values in this one can be converted, in UCUM, then in the other spellings of laboratories. */
export function unitsBeside(unit: string, analyte?: string): readonly string[] {
  return [...units.keys(), ...spellings.keys()].filter(
    (other) => convertValue(1, unit, other, analyte) !== 'incompatible',
  )
}

type UnitKind =
  | 'mass-concentration'
  | 'molar-concentration'
  | 'number-concentration'
  | 'catalytic-concentration'
  | 'mass'
  | 'length'
  | 'time'
  | 'flow'
  | 'fraction'
  | 'pressure'

interface Unit {
  readonly kind: UnitKind
  /** Multiplies a value into the base unit of its kind. */
  readonly factor: number
}

/** Base units: mg/L, umol/L, 10*6/L, U/L, kg, cm, ms, mL/min, %, mm[Hg]. */
const unitTable: readonly (readonly [UnitKind, Readonly<Record<string, number>>])[] = [
  [
    'mass-concentration',
    { 'g/L': 1e3, 'g/dL': 1e4, 'mg/dL': 10, 'mg/L': 1, 'ug/mL': 1, 'ug/dL': 1e-2, 'ug/L': 1e-3, 'ng/mL': 1e-3 },
  ],
  ['molar-concentration', { 'mol/L': 1e6, 'mmol/L': 1e3, 'umol/L': 1, 'nmol/L': 1e-3 }],
  ['number-concentration', { '10*12/L': 1e6, '10*9/L': 1e3, '10*6/L': 1, '/L': 1e-6, '10*6/mL': 1e3, '/mL': 1e-3 }],
  ['number-concentration', { '10*6/uL': 1e6, '10*3/uL': 1e3, '/uL': 1 }],
  ['catalytic-concentration', { 'U/L': 1, 'kU/L': 1e3, 'ukat/L': 60 }],
  ['mass', { kg: 1, g: 1e-3, '[lb_av]': 0.45359237 }],
  ['length', { cm: 1, m: 100, mm: 0.1, '[in_i]': 2.54 }],
  ['time', { ms: 1, s: 1e3 }],
  ['flow', { 'mL/min': 1, 'mL/s': 60, 'L/min': 1e3 }],
  ['fraction', { '%': 1, '1': 100 }],
  ['pressure', { 'mm[Hg]': 1, kPa: 7.500615758 }],
]

const units: ReadonlyMap<string, Unit> = new Map(
  unitTable.flatMap(([kind, factors]) =>
    Object.entries(factors).map(([unit, factor]): [string, Unit] => [unit, { kind, factor }]),
  ),
)

const spellings: ReadonlyMap<string, string> = new Map([
  ['cells/uL', '/uL'],
  ['{cells}/uL', '/uL'],
  ['/mm3', '/uL'],
  ['/mm^3', '/uL'],
  ['cells/mm3', '/uL'],
  ['cells/mm^3', '/uL'],
  ['10*3/mm3', '10*3/uL'],
  ['10*3/mm^3', '10*3/uL'],
  ['K/uL', '10*3/uL'],
  ['IU/L', 'U/L'],
  ['[iU]/L', 'U/L'],
  ['[IU]/L', 'U/L'],
  ['mmHg', 'mm[Hg]'],
])

/**
 * Conventional clinical factors: creatinine 88.4 and bilirubin 17.1 umol/L, calcium 0.2495 mmol/L, per mg/dL.
 * One mg/dL is 10 mg/L.
 */
const micromolPerMilligram: ReadonlyMap<string, number> = new Map<MolarAnalyte, number>([
  ['creatinine', 8.84],
  ['bilirubin', 1.71],
  ['calcium', 24.95],
])

function unitOf(unit: string): Unit | undefined {
  return units.get(normaliseUnit(unit))
}

/** Twelve significant digits: keeps 9.7 g/dL at 97 g/L instead of 97.00000000000001, so a limit of 97 is met. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
