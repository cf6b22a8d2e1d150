import { type Measure, type UsualRange, type ValueShape, wordShape } from './value-shape.ts'

/**
 * Laboratory results that can be recorded. The limits of plausibility only catch slips: a value in the unit of another
 * laboratory, a decimal point lost. Real values far outside the reference range lie well inside them.
 *
 * `usual(lower, upper)` is the reference range of adults, in the first unit. Laboratories differ by method, sex and age,
 * so it only tells a limit that some report prints from a slip; a patient is always judged by the limit of the report.
 */
export const labShapes: ReadonlyMap<string, ValueShape> = new Map(
  Object.entries({
    anc: measure(['10*9/L', '10*6/L', '/uL'], 0, 100, usual(2, 7.5)),
    platelets: measure(['10*9/L', '10*3/uL'], 0, 2000, usual(150, 410)),
    haemoglobin: measure(['g/L', 'g/dL'], 20, 250, usual(120, 170, 2)),
    wbc: measure(['10*9/L', '10*3/uL'], 0, 1000, usual(4, 11)),
    creatinine: measure(['umol/L', 'mg/dL'], 10, 2000, usual(50, 104), 'upperLimit'),
    bilirubin: measure(['umol/L', 'mg/dL'], 0, 1000, usual(0, 21), 'upperLimit'),
    'bilirubin-direct-fraction': measure(['%'], 0, 100, usual(0, 30)),
    alt: measure(['U/L'], 0, 10_000, usual(0, 40), 'upperLimit'),
    ast: measure(['U/L'], 0, 10_000, usual(0, 40), 'upperLimit'),
    alp: measure(['U/L'], 0, 10_000, usual(0, 130), 'upperLimit'),
    albumin: measure(['g/L', 'g/dL'], 5, 70, usual(35, 50, 2)),
    calcium: measure(['mmol/L', 'mg/dL'], 0.5, 6, usual(2.2, 2.6, 2)),
    ldh: measure(['U/L'], 0, 50_000, usual(0, 250), 'upperLimit'),
    ck: measure(['U/L'], 0, 500_000, usual(0, 250), 'upperLimit'),
    inr: measure(['ratio'], 0.5, 20, usual(0.8, 1.2, 2)),
    afp: measure(['ug/L', 'ng/mL'], 0, 10_000_000, usual(0, 10), 'upperLimit'),
    'hcg-quantitative': measure(['U/L'], 0, 10_000_000, usual(0, 5), 'upperLimit'),
    cd4: measure(['10*6/L', '/uL', '10*9/L'], 0, 10_000, usual(500, 1500)),
    'crcl-cg': measure(['mL/min'], 0, 300, usual(90, 120)),
    'gfr-measured': measure(['mL/min'], 0, 300, usual(90, 120)),
    'urine-protein-24h': measure(['g/24h'], 0, 50, usual(0, 0.15)),
    'urine-protein-dip': measure(['plus'], 0, 4),
    hcg: wordShape('negative', 'positive'),
    'csf-cytology': wordShape('negative', 'positive'),
    'hiv-viral-load': wordShape('undetectable', 'detectable'),
  }),
)

/** Measurements at the bedside, of the heart and on images. */
export const bedsideShapes: ReadonlyMap<string, ValueShape> = new Map(
  Object.entries({
    weight: measure(['kg', '[lb_av]'], 2, 350),
    height: measure(['cm', 'm'], 30, 250),
    lvef: measure(['%'], 5, 90, usual(50, 75, 1.5), 'lowerLimit'),
    qtcf: measure(['ms'], 200, 800, usual(350, 450, 1.5)),
    qtcb: measure(['ms'], 200, 800, usual(350, 450, 1.5)),
    'systolic-bp': measure(['mm[Hg]'], 40, 300, usual(90, 140, 2)),
    'diastolic-bp': measure(['mm[Hg]'], 20, 200, usual(60, 90, 2)),
    'residual-tumour-max-diameter': measure(['mm', 'cm'], 0, 500),
  }),
)

function measure(
  units: Measure['units'],
  min: number,
  max: number,
  usualRange: UsualRange | null = null,
  limit: Measure['limit'] = null,
): ValueShape {
  return { kind: 'measure', measure: { units, min, max, usualRange, limit } }
}

/** Quantities that the body holds within narrow bounds have a smaller factor. */
function usual(lower: number, upper: number, factor = 5): UsualRange {
  return { lower, upper, factor }
}
