import { factName, sentenceCase } from '#domain/eligibility/fact-name.ts'

/** The key of an item that leaves trials undecided, in words: "lab:platelets" → "Platelets". */
export function undecidedItemText(key: string): string {
  const [kind = '', ...rest] = key.split(':')
  const name = rest.join(':')
  if (name === '') return sentenceCase(kind.replaceAll('-', ' '))
  return (wordsByKind[kind] ?? plainWords)(name, kind)
}

const wordsByKind: Readonly<Record<string, (name: string) => string>> = {
  lab: factName,
  observation: factName,
  score: factName,
  ps: (scale) => `${scale} performance status`,
  stage: (system) => `Stage (${system})`,
  biomarker: (name) => name,
  assertion: (category) => `Confirm: ${category.replaceAll('-', ' ')}`,
}

function plainWords(name: string, kind: string): string {
  return `${sentenceCase(kind.replaceAll('-', ' '))}: ${name.replaceAll('-', ' ')}`
}
