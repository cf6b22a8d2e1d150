/** The words a clinician uses for a code: "anc" → "ANC", "hiv-viral-load" → "HIV viral load". */
export function factName(code: string): string {
  return sentenceCase(factNameInside(code))
}

/** The same inside a sentence: "platelets", but "ANC". A code with capitals ("anti-PD-1") is a name already. */
export function factNameInside(code: string): string {
  const name = namesByCode.get(code)
  if (name !== undefined) return name
  return /[A-Z]/u.test(code) ? code.replace(/-inhibitor$/u, ' inhibitor') : code.replaceAll('-', ' ')
}

/**
 * A recorded word inside a sentence or as a choice: "no-evidence-of-disease" → "no evidence of disease". What is no code
 * of this service, a name or a stage, stays as it is.
 */
export function recordedWordInside(word: string): string {
  return namesByCode.get(word) ?? (/^[a-z]+(?:-[a-z]+)+$/u.test(word) ? word.replaceAll('-', ' ') : word)
}

/**
 * A UCUM unit as a laboratory prints it, with its leading space: "10*9/L" → " ×10⁹/L", "umol/L" → " µmol/L". A unit
 * without print form gives "".
 */
export function unitSuffix(unit: string | null): string {
  if (unit === null) return ''
  const printed = printedUnits.get(unit)
  return printed ?? ` ${unit.replace(/\bu(?=mol|g|L)/gu, 'µ')}`
}

const printedUnits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '10*9/L': ' ×10⁹/L',
    '10*6/L': ' ×10⁶/L',
    '10*3/uL': ' ×10³/µL',
    '[lb_av]': ' lb',
    xULN: ' × ULN',
    xLLN: ' × LLN',
    plus: '+',
    qual: '',
    ratio: '',
    '%': '%',
    'mm[Hg]': ' mmHg',
    '1': '',
  }),
)

const namesByCode: ReadonlyMap<string, string> = new Map(
  Object.entries({
    afp: 'AFP',
    alp: 'ALP',
    alt: 'ALT',
    'anticoagulant-therapeutic': 'anticoagulant at a therapeutic dose',
    anc: 'ANC',
    AnnArbor: 'Ann Arbor',
    ast: 'AST',
    'bilirubin-direct-fraction': 'Direct fraction of bilirubin',
    cd4: 'CD4 count',
    ck: 'Creatine kinase',
    'cervical-cis': 'cervical carcinoma in situ',
    cns: 'CNS',
    'crcl-cg': 'Creatinine clearance (Cockcroft-Gault)',
    'csf-cytology': 'CSF cytology',
    'gfr-measured': 'Measured GFR',
    'enzyme-inducing-antiepileptic': 'enzyme-inducing antiepileptic',
    'first-line': 'first-line',
    'gilbert-syndrome': "Gilbert's syndrome",
    'haemoptysis-significant': 'significant haemoptysis',
    hcg: 'Pregnancy test (hCG)',
    'hcg-quantitative': 'Serum hCG',
    'hiv-viral-load': 'HIV viral load',
    'immune-related': 'immune-related adverse event',
    'immunotherapy-other': 'other immunotherapy',
    inr: 'INR',
    krenning: 'Krenning score',
    ldh: 'LDH',
    investigational: 'investigational treatment',
    lmwh: 'low molecular weight heparin',
    lvef: 'LVEF',
    'lymph-node-distant': 'distant lymph node',
    MasaokaKoga: 'Masaoka-Koga',
    mdt: 'MDT review',
    'MGFA-I': 'MGFA class I',
    'MGFA-II': 'MGFA class II',
    'MGFA-III': 'MGFA class III',
    'MGFA-IV': 'MGFA class IV',
    'MGFA-V': 'MGFA class V',
    molecular: 'Central molecular review',
    myeloablative: 'myeloablative treatment',
    mtb: 'Molecular tumour board',
    nmsc: 'non-melanoma skin cancer, not known to be treated',
    'nmsc-treated': 'treated non-melanoma skin cancer',
    'non-target-lesion': 'non-target lesion',
    'other-cancer': 'cancer of another type',
    pathology: 'Central pathology review',
    qtcb: 'QTcB',
    qtcf: 'QTcF',
    'RECIST1.1': 'RECIST 1.1',
    radiology: 'Central radiology review',
    'same-class-as-cohort': 'treatment of the class that the cohort gives',
    'systemic-any': 'systemic treatment',
    'systolic-bp': 'Systolic blood pressure',
    'diastolic-bp': 'Diastolic blood pressure',
    'unable-to-swallow-tablets': 'inability to swallow tablets',
    'urine-protein-24h': '24-hour urine protein',
    'urine-protein-dip': 'Urine protein (dipstick)',
    'vitamin-k-antagonist': 'vitamin K antagonist',
    wbc: 'White cell count',
    WHO1: 'WHO 1',
    WHO2: 'WHO 2',
    WHO3: 'WHO 3',
    WHO4: 'WHO 4',
    'child-pugh': 'Child-Pugh class',
  }),
)

/** First letter upper case, the rest as it is. A name that begins small keeps its form: "mTOR inhibitor", "dMMR". */
export function sentenceCase(words: string): string {
  if (/^\p{Ll}\p{Lu}/u.test(words)) return words
  return words.charAt(0).toUpperCase() + words.slice(1)
}
