/**
 * The classes that treatments are recorded by and criteria ask for. The list is closed: a misspelt class would read as
 * treatment of another class, and let an exclusion pass.
 */
export const treatmentClasses: readonly string[] = [
  'alkylating-agent',
  'androgen-deprivation',
  'anthracycline',
  'anti-CTLA-4',
  'anti-PD-1',
  'anti-PD-L1',
  'BCL2-inhibitor',
  'biologic',
  'BRAF-inhibitor',
  'BTK-inhibitor',
  'cellular-therapy',
  'chemoradiotherapy',
  'chemotherapy',
  'cisplatin',
  'FGFR-inhibitor',
  'FLT3-inhibitor',
  'hypomethylating-agent',
  'imatinib',
  'immunotherapy',
  'immunotherapy-other',
  'investigational',
  'liver-embolisation',
  'MEK-inhibitor',
  'mitotane',
  'mTOR-inhibitor',
  'myeloablative',
  'platinum',
  'PRRT',
  'radiotherapy',
  'somatostatin-analogue',
  'taxane',
  'TKI',
  'trabectedin',
  'VEGFR-inhibitor',
]

/** What a criterion may ask for besides: any drug, any operation, and what only a person can compare. */
export const questionsOfTreatment: readonly string[] = ['systemic-any', 'surgery', 'same-class-as-cohort']
