import { isSameOrPartOf, plainStage } from '#domain/eligibility/leaves/evaluate-stage.ts'

/** The category in plain form and every coarser one that it is part of: "pT4a" → ["T4A", "T4"]. */
export function stageLabels(category: string): readonly string[] {
  const plain = plainStage(category)
  const shorter = [...plain].map((_letter, index) => plain.slice(0, plain.length - 1 - index))
  return [plain, ...shorter.filter((label) => isSameOrPartOf(plain, label))]
}
