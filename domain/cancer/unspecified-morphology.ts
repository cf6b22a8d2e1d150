import { type CodeRange, codeRange, rangesOverlap } from './code-range.ts'

/**
 * True when the recorded cell type says only the tissue ("carcinoma", "sarcoma", "glioma"), so that a fuller report may
 * turn it into one of the given types. False for a cell type that is specific: 8170 will not become 8171.
 */
export function mayBecome(morphologyBase: string, morphology: readonly CodeRange[]): boolean {
  const outcomes = outcomesOf.get(morphologyBase) ?? []
  return outcomes.some((outcome) => morphology.some((range) => rangesOverlap(outcome, range)))
}

/** True for a morphology that does not even say the tissue, or says carcinoma and no more. */
export function isWithoutCellType(morphologyBase: string): boolean {
  return morphologyBase <= '8011'
}

const anything = ['8000-9993']
/** Epithelium, with the complex tumours that are carcinomas by name (8940-8941, 8980-8982, 9070, 9100). */
const carcinomas = ['8010-8589', '8940-8941', '8980-8982', '9070', '9100']
/** Gland-forming carcinomas. An adenocarcinoma is not neuroendocrine (8150-8157, 8240-8249), squamous or urothelial. */
const adenocarcinomas = ['8140-8149', '8160-8239', '8250-8589', '8940-8941', '8982']
const sarcomas = ['8800-8936', '8963', '8990-8991', '9040-9044', '9120-9260', '9364-9372', '9540-9581']
const gliomas = ['9380-9460']
const lymphomas = ['9590-9729', '9735-9738', '9811-9818', '9837']
const nonHodgkinLymphomas = ['9590-9649', '9670-9729', '9735-9738', '9811-9818', '9837']
const lymphoidLeukaemias = ['9811-9837', '9940-9948']
const myeloidLeukaemias = ['9840', '9860-9931', '9945-9946']
const leukaemias = ['9733', '9800-9948']

/** ICD-O-3 cell types "not otherwise specified", and what they can turn out to be. */
const outcomesOf: ReadonlyMap<string, readonly CodeRange[]> = new Map(
  [
    { unspecified: ['8000', '8001', '8002', '8003', '8004', '8005'], outcomes: anything },
    { unspecified: ['8010', '8011'], outcomes: carcinomas },
    { unspecified: ['8140'], outcomes: adenocarcinomas },
    { unspecified: ['8800', '8801', '8803'], outcomes: sarcomas },
    { unspecified: ['9380'], outcomes: gliomas },
    { unspecified: ['9590'], outcomes: lymphomas },
    { unspecified: ['9591'], outcomes: nonHodgkinLymphomas },
    { unspecified: ['9800', '9801'], outcomes: leukaemias },
    { unspecified: ['9820'], outcomes: lymphoidLeukaemias },
    { unspecified: ['9860'], outcomes: myeloidLeukaemias },
  ].flatMap(({ unspecified, outcomes }) =>
    unspecified.map((base): [string, readonly CodeRange[]] => [base, outcomes.map(codeRange)]),
  ),
)
