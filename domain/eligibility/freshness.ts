import type { Assertion } from './patient-record.ts'

/**
 * How long a value may be relied upon, in calendar days up to and including the anchor, where the protocol does not say.
 * Blood results 28; tests that change slowly or are costly, longer; virology 180; pregnancy 7. Values not listed: 28.
 */
export function labWindowDays(analyte: string): number {
  return labWindows.get(analyte) ?? 28
}

const labWindows: ReadonlyMap<string, number> = new Map(
  Object.entries({ hcg: 7, 'csf-cytology': 42, 'hiv-viral-load': 180, 'hbv-viral-load': 180, 'hcv-viral-load': 180 }),
)

/** Height 180 days, also of a child; echocardiogram and electrocardiogram 90, imaging 42, all else at the bedside 28. */
export function observationWindowDays(concept: string): number {
  return observationWindows.get(concept) ?? 28
}

const observationWindows: ReadonlyMap<string, number> = new Map(
  Object.entries({
    height: 180,
    lvef: 90,
    qtcf: 90,
    qtcb: 90,
    'residual-tumour-max-diameter': 42,
  }),
)

export const performanceStatusWindowDays = 28
export const scoreWindowDays = 28
export const weightWindowDays = 28
/** What imaging shows or does not show holds until the next scan is due. */
export const imagingWindowDays = 42
/** Whether the disease moves is looked at with the scans; whoever looked longer ago cannot say that it does not. */
export const diseaseStatusWindowDays = imagingWindowDays
/** After a positive test a woman may be pregnant for 42 weeks, until another test says that she is not. */
export const daysOfPregnancy = 294
/** Whether a girl cannot be pregnant yet is asked again as often as a problem list is reviewed. */
export const childhoodWindowDays = 90
/** A person's judgement of fitness or willingness ages as fast as performance status does. */
export const attestationWindowDays = 28

/** What can begin between two visits is not ruled out by an older review: pregnancy 7 days, as its test. */
export function conditionWindowDays(concept: string): number {
  return concept === 'pregnancy' ? 7 : completenessWindowDays['comorbidities-reviewed']
}

/** Whether a condition that was found goes on for life: no review has to say again that it is there. */
export function isLasting(concept: string): boolean {
  return lastingConditions.has(concept)
}

const lastingConditions: ReadonlySet<string> = new Set([
  ...['carcinoid-heart-disease', 'gilbert-syndrome', 'hypertension', 'myasthenia-gravis', 'solid-organ-transplant'],
  'type-2-diabetes',
])

/**
 * For how many days a review of the comorbidities, or a recorded "no", says that there is no toxicity and no infection now:
 * these come and go with treatment, and are looked for at every visit as performance status is.
 */
export const acuteWindowDays = 28

/** How long a review that found no such condition is good. */
export function absentConditionDays(concept: string): number {
  return isAcute(concept) ? acuteWindowDays : conditionWindowDays(concept)
}

/** Whether a condition comes and goes as a toxicity does. */
export function isAcute(concept: string): boolean {
  return ['active-infection', 'opportunistic-infection'].includes(concept)
}

/** Whether a condition is over on the day of it, so that its record says when it happened and not that it goes on. */
export function isEvent(concept: string): boolean {
  return ['arterial-thromboembolism', 'myocardial-infarction', 'retinal-vein-occlusion', 'stroke'].includes(concept)
}

/** Whether an infection that was found stays for life. Hepatitis C is cured, and hepatitis B may clear. */
export function isLastingInfection(agent: string): boolean {
  return agent === 'HIV'
}

/**
 * How long a confirmation that a category is complete, or what was recorded of it, there or not there, stays good.
 * Treatments and medicines change from visit to visit (28 days, as performance status); a problem list quarterly (90);
 * virology 180 days.
 */
export const completenessWindowDays: Readonly<Record<Assertion['category'], number>> = {
  'treatment-history-complete': 28,
  'medicines-reviewed': 28,
  'comorbidities-reviewed': 90,
  'infection-status-reviewed': 180,
}

/**
 * For how many days a confirmation of a category, or a recorded negative of it, answers a question about a window of
 * time: as long as it stays good, but never when the whole window lies behind it. Nobody could know on the first of the
 * month that nothing would be given in the last week of it.
 */
export function coveringDays(
  category: Assertion['category'],
  { withinDays }: { readonly withinDays?: number },
  usualDays: number = completenessWindowDays[category],
): number {
  return Math.min(usualDays, withinDays ?? usualDays)
}

/**
 * How long a treatment of the cancer that was said to go on may be taken to: courses are reviewed with the scans, and a
 * record of which nothing is heard for two of them is not kept up.
 */
export const goingOnTreatmentDays = 90

/** For how many days somebody who looked for a change of the disease answers that there was none in a window of time. */
export function lookedDays({ withinDays }: { readonly withinDays?: number }): number {
  return Math.min(diseaseStatusWindowDays, withinDays ?? diseaseStatusWindowDays)
}

/**
 * For how many days an extent of disease holds: what has spread stays so until somebody records otherwise (`null`), what
 * has not may have by the next scan.
 */
export function extentWindowDays(extent: string): number | null {
  return ['metastatic', 'systemic'].includes(extent.trim().toLowerCase()) ? null : imagingWindowDays
}

/**
 * For how many days a review of toxicity and infection answers while treatment goes on. After that somebody has to look
 * again; a review of today answers today, because otherwise nobody on treatment could ever be found free of them.
 */
export const reviewOnTreatmentDays = 7
