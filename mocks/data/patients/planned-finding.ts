import type { PlannedBiomarker, PlannedFinding, PlannedStage } from './clinical-story.ts'

export function stage(system: string, group: string, detail: PlannedStage['detail'] = {}): PlannedStage {
  return { system, group, detail }
}

/** Imaging looked for metastases there and found none. */
export function noMetastasis(site: string, daysAgo: number): PlannedFinding {
  return { kind: 'metastasis', code: site, value: 'absent', daysAgo }
}

export function metastasis(site: string, daysAgo: number): PlannedFinding {
  return { kind: 'metastasis', code: site, value: 'present', daysAgo }
}

export function laboratory(
  code: string,
  value: number | string,
  unit: string,
  daysAgo: number,
  upperLimit?: number,
): PlannedFinding {
  return { kind: 'lab', code, value, unit, daysAgo, ...(upperLimit === undefined ? {} : { upperLimit }) }
}

export function bedside(
  code: string,
  value: number,
  unit: string,
  daysAgo: number,
  lowerLimit?: number,
): PlannedFinding {
  return { kind: 'observation', code, value, unit, daysAgo, ...(lowerLimit === undefined ? {} : { lowerLimit }) }
}

export function centralReview(type: string, result: string, daysAgo: number): PlannedFinding {
  return { kind: 'central-review', code: type, value: result, daysAgo }
}

export function variant(gene: string, hgvsP: string): PlannedBiomarker {
  return { type: 'variant', genes: [gene], hgvsP, result: 'present' }
}

/** The whole gene was read and nothing found. */
export function noVariant(gene: string): PlannedBiomarker {
  return { type: 'variant', genes: [gene], result: 'absent' }
}

export function fusion(one: string, other: string): PlannedBiomarker {
  return { type: 'fusion', genes: [one, other], result: 'present' }
}

/** No fusion of the gene with whatever partner. */
export function noFusion(gene: string): PlannedBiomarker {
  return { type: 'fusion', genes: [gene, '*'], result: 'absent' }
}
