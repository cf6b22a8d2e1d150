/** A number under the name of what it measures, so that only quantities of one name are ever compared. */
export interface Quantity {
  readonly name: string
  readonly value: number
}

/**
 * A result or a limit in the one unit that its kind of quantity has here: (9, "g/dL", "haemoglobin") is 90 under
 * "grams per litre". A unit that is not listed is a kind of its own. Rounded, so that 1.5 x 88.4 is 132.6.
 */
export function quantityOf(value: number, unit: string | null, code: string): Quantity {
  if (unit === 'xULN') return { name: 'timesUpperLimit', value: rounded(value) }
  if (unit === 'xLLN') return { name: 'timesLowerLimit', value: rounded(value) }
  const [name, factor] = kinds[unit ?? 'ratio'] ?? [`in ${unit}`, 1]
  const micromolesPerGram = name === 'gramsPerLitre' ? molar[code] : undefined
  return micromolesPerGram === undefined
    ? { name, value: rounded(value * factor) }
    : { name: 'micromolesPerLitre', value: rounded(value * factor * micromolesPerGram) }
}

/** Nine digits: far more than a laboratory prints, far fewer than binary fractions spoil. */
export function rounded(value: number): number {
  return Number(value.toPrecision(9))
}

const kinds: Readonly<Record<string, readonly [name: string, factor: number]>> = {
  ...kind('cellsPerNanolitre', {
    '10*9/L': 1,
    '10^9/L': 1,
    '10*3/uL': 1,
    '10*6/mL': 1,
    '10*12/L': 1000,
    '10*6/L': 0.001,
  }),
  ...kind('cellsPerNanolitre', { '/uL': 0.001, '/mm3': 0.001, 'cells/uL': 0.001, '10*3/mm3': 1 }),
  ...kind('gramsPerLitre', {
    'g/L': 1,
    'g/dL': 10,
    'mg/dL': 0.01,
    'mg/L': 0.001,
    'ug/mL': 0.001,
    'ug/L': 1e-6,
    'ng/mL': 1e-6,
  }),
  ...kind('micromolesPerLitre', { 'mol/L': 1e6, 'mmol/L': 1000, 'umol/L': 1, 'nmol/L': 0.001 }),
  ...kind('unitsPerLitre', { 'U/L': 1, 'IU/L': 1, 'kU/L': 1000, 'ukat/L': 60 }),
  ...kind('millimetresOfMercury', { 'mm[Hg]': 1, mmHg: 1, kPa: 7.500615758 }),
  ...kind('millilitresPerMinute', { 'mL/min': 1, 'mL/s': 60, 'L/min': 1000 }),
  ...kind('kilograms', { kg: 1, g: 0.001, '[lb_av]': 0.45359237 }),
  ...kind('centimetres', { cm: 1, m: 100, mm: 0.1, '[in_i]': 2.54 }),
  ...kind('milliseconds', { ms: 1, s: 1000 }),
  ...kind('perCent', { '%': 1, '1': 100 }),
  ...kind('ratio', { ratio: 1 }),
}

function kind(
  name: string,
  units: Readonly<Record<string, number>>,
): Readonly<Record<string, readonly [string, number]>> {
  return Object.fromEntries(Object.entries(units).map(([unit, factor]) => [unit, [name, factor]]))
}

/** Micromoles in one gram: creatinine 88.4 and bilirubin 17.1 umol/L for each mg/dL, calcium 249.5. */
const molar: Readonly<Record<string, number>> = { creatinine: 8840, bilirubin: 1710, calcium: 24_950 }
