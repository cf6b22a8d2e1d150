import { cancerTypeById } from './taxonomy.ts'

/** A node of the taxonomy as lists show it. */
export interface CancerTypeName {
  readonly cancerTypeId: string
  readonly name: string
}

/** The names of nodes, in the order given; an identifier that an older taxonomy had stands for itself. */
export function cancerTypeNames(cancerTypeIds: readonly string[]): CancerTypeName[] {
  return cancerTypeIds.map((cancerTypeId) => ({
    cancerTypeId,
    name: cancerTypeById(cancerTypeId)?.name ?? cancerTypeId,
  }))
}
