import type { PlannedTreatment } from './clinical-story.ts'

/** A line of drugs. `classes` are what protocols ask for: "chemotherapy", "platinum", "TKI", "anti-PD-1". */
export function drugs(
  name: string,
  classes: readonly string[],
  course: {
    readonly setting: PlannedTreatment['setting']
    readonly line: number | null
    readonly endedDaysAgo: number | null
    readonly lastedDays?: number
    readonly cycles?: number
    readonly halfLifeDays?: number
  },
): PlannedTreatment {
  return {
    ...blank,
    kind: 'systemic',
    name,
    classes,
    setting: course.setting,
    line: course.line,
    endedDaysAgo: course.endedDaysAgo,
    lastedDays: course.lastedDays ?? 110,
    cycles: course.cycles ?? null,
    halfLifeDays: course.halfLifeDays ?? null,
  }
}

export function radiotherapy(
  name: string,
  endedDaysAgo: number,
  course: {
    readonly setting?: PlannedTreatment['setting']
    readonly site?: string
    readonly classes?: readonly string[]
  } = {},
): PlannedTreatment {
  return {
    ...blank,
    kind: 'radiotherapy',
    name,
    classes: ['radiotherapy', ...(course.classes ?? [])],
    setting: course.setting ?? 'palliative',
    endedDaysAgo,
    lastedDays: 35,
    site: course.site ?? 'non-target-lesion',
  }
}

/** Removal of the primary tumour. */
export function resection(name: string, endedDaysAgo: number, margin: PlannedTreatment['margin']): PlannedTreatment {
  return { ...blank, kind: 'surgery', name, procedure: 'primary-resection', endedDaysAgo, margin }
}

const blank = {
  classes: [],
  setting: null,
  line: null,
  lastedDays: 0,
  cycles: null,
  halfLifeDays: null,
  procedure: null,
  margin: null,
  site: null,
} as const
