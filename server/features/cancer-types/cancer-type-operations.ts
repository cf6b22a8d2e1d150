import { formatCodeRange } from '#domain/cancer/code-range.ts'
import { taxonomy } from '#domain/cancer/taxonomy.ts'
import type { AnswerBody, OpenOperation } from '../../plugins/operation.ts'

const body: AnswerBody<'listCancerTypes'> = {
  items: taxonomy.map((node) => ({
    cancerTypeId: node.id,
    level: node.level,
    parentId: node.parentId,
    name: node.name,
    synonyms: [...node.synonyms],
    icd10: node.icd10.map(formatCodeRange),
    morphology: node.morphology.map(formatCodeRange),
    isIrci: node.isIrci,
  })),
}

/** The taxonomy is part of the program, so it is answered without the database. */
export const listCancerTypes: OpenOperation<'listCancerTypes'> = async () => ({ body })
