import type { TreatmentCourse } from '../cancer-profile.ts'
import type { PlannedTreatment } from '../clinical-story.ts'
import { drugs } from '../planned-treatment.ts'

/** First-line treatment of advanced disease as usual for the cancer; it goes on where no end is given. */
export function firstLineOf(course: TreatmentCourse, endedDaysAgo: number | null): readonly PlannedTreatment[] {
  const regimen = regimens[course]?.first
  return regimen === undefined ? [] : [drugs(...regimen, { setting: 'first-line', line: 1, endedDaysAgo })]
}

/** Second-line treatment as usual for the cancer. */
export function laterLineOf(course: TreatmentCourse, endedDaysAgo: number): readonly PlannedTreatment[] {
  const regimen = regimens[course]?.later
  return regimen === undefined ? [] : [drugs(...regimen, { setting: 'palliative', line: 2, endedDaysAgo })]
}

type Regimen = readonly [name: string, classes: readonly string[]]

const regimens: Readonly<Partial<Record<TreatmentCourse, { readonly first: Regimen; readonly later: Regimen }>>> = {
  platinum: {
    first: ['Cisplatin and fluorouracil', ['chemotherapy', 'cisplatin', 'platinum']],
    later: ['Paclitaxel', ['chemotherapy', 'taxane']],
  },
  anthracycline: {
    first: ['Doxorubicin', ['chemotherapy', 'anthracycline']],
    later: ['Gemcitabine and docetaxel', ['chemotherapy', 'taxane']],
  },
  kinase: {
    first: ['Sunitinib', ['TKI', 'VEGFR-inhibitor']],
    later: ['Cabozantinib', ['TKI', 'VEGFR-inhibitor']],
  },
  immunotherapy: {
    first: ['Nivolumab', ['immunotherapy', 'anti-PD-1', 'biologic']],
    later: ['Dacarbazine', ['chemotherapy', 'alkylating-agent']],
  },
  somatostatin: {
    first: ['Octreotide', ['somatostatin-analogue']],
    later: ['Everolimus', ['mTOR-inhibitor']],
  },
  mitotane: {
    first: ['Mitotane', ['mitotane']],
    later: ['Etoposide, doxorubicin and cisplatin', ['chemotherapy', 'cisplatin', 'platinum', 'anthracycline']],
  },
  temozolomide: {
    first: ['Temozolomide', ['chemotherapy', 'alkylating-agent']],
    later: ['Lomustine', ['chemotherapy', 'alkylating-agent']],
  },
  lymphoma: {
    first: ['Rituximab and CHOP', ['chemotherapy', 'anthracycline', 'biologic']],
    later: ['Ibrutinib', ['TKI', 'BTK-inhibitor']],
  },
  leukaemia: {
    first: ['Azacitidine and venetoclax', ['hypomethylating-agent', 'BCL2-inhibitor']],
    later: ['Gilteritinib', ['TKI', 'FLT3-inhibitor']],
  },
  paediatric: {
    first: ['Vincristine, dactinomycin and doxorubicin', ['chemotherapy', 'anthracycline']],
    later: ['Irinotecan and temozolomide', ['chemotherapy', 'alkylating-agent']],
  },
}
