import { type Measure, type ValueShape, wordShape } from './value-shape.ts'

/**
 * Laboratory results that can be recorded. The limits of plausibility only catch slips: a value in the unit of another
 * laboratory, a decimal point lost. Real values far outside the reference range lie well inside them.
 */
export const labShapes: ReadonlyMap<string, ValueShape> = new Map(
  Object.entries({
    anc: measure(['10*9/L', '10*6/L', '/uL'], 0, 100),
    platelets: measure(['10*9/L', '10*3/uL'], 0, 2000),
    haemoglobin: measure(['g/L', 'g/dL'], 20, 250),
    wbc: measure(['10*9/L', '10*3/uL'], 0, 1000),
    creatinine: measure(['umol/L', 'mg/dL'], 10, 2000, 'upperLimit'),
    bilirubin: measure(['umol/L', 'mg/dL'], 0, 1000, 'upperLimit'),
    'bilirubin-direct-fraction': measure(['%'], 0, 100),
    alt: measure(['U/L'], 0, 10_000, 'upperLimit'),
    ast: measure(['U/L'], 0, 10_000, 'upperLimit'),
    alp: measure(['U/L'], 0, 10_000, 'upperLimit'),
    albumin: measure(['g/L', 'g/dL'], 5, 70),
    calcium: measure(['mmol/L', 'mg/dL'], 0.5, 6),
    ldh: measure(['U/L'], 0, 50_000, 'upperLimit'),
    ck: measure(['U/L'], 0, 500_000, 'upperLimit'),
    inr: measure(['ratio'], 0.5, 20),
    afp: measure(['ug/L', 'ng/mL'], 0, 10_000_000, 'upperLimit'),
    'hcg-quantitative': measure(['U/L'], 0, 10_000_000, 'upperLimit'),
    cd4: measure(['10*6/L', '/uL', '10*9/L'], 0, 10_000),
    'crcl-cg': measure(['mL/min'], 0, 300),
    'gfr-measured': measure(['mL/min'], 0, 300),
    'urine-protein-24h': measure(['g/24h'], 0, 50),
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
    lvef: measure(['%'], 5, 90, 'lowerLimit'),
    qtcf: measure(['ms'], 200, 800),
    qtcb: measure(['ms'], 200, 800),
    'systolic-bp': measure(['mm[Hg]'], 40, 300),
    'diastolic-bp': measure(['mm[Hg]'], 20, 200),
    'residual-tumour-max-diameter': measure(['mm', 'cm'], 0, 500),
  }),
)

function measure(units: Measure['units'], min: number, max: number, limit: Measure['limit'] = null): ValueShape {
  return { kind: 'measure', measure: { units, min, max, limit } }
}
