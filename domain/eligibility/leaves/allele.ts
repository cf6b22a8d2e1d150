/** "HLA-A*02:01" and "A*02:01" → "02:01". */
export function plainAllele(allele: string): string {
  return allele.trim().replace(/^.*\*/u, '')
}

/** Whether the first is the second or one of those that it stands for: 02:01:01 and 02:01 are of 02:01, 02 is not. */
export function isSameOrFinerAllele(allele: string, coarser: string): boolean {
  const [one, other] = [plainAllele(allele), plainAllele(coarser)]
  return one === other || one.startsWith(`${other}:`)
}

/** Whether they cannot be one allele: 02:01 and 03:01, or 02:01 and 02:02; 02 may be either of those. */
export function areTwoAlleles(one: string, other: string): boolean {
  return !isSameOrFinerAllele(one, other) && !isSameOrFinerAllele(other, one)
}
