import { formatCodeRange } from '#domain/cancer/code-range.ts'
import { taxonomy } from '#domain/cancer/taxonomy.ts'
import { onOperation } from '../http/on-operation.ts'
import { everybody } from '../http/role-groups.ts'

export const cancerTypeHandlers = [
  onOperation('get', '/cancer-types', { status: 200, roles: everybody }, () => ({
    body: {
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
    },
  })),
]
