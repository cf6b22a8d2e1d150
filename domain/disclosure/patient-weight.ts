/**
 * How often a patient counts in an answer to a question that the asker words freely: by two tosses of a coin not at all,
 * once or twice, so that numbers are right on average. Rounding alone does not protect from somebody who asks nearby
 * questions and compares: patients whom no number counts, or counts twice, leave every small number open however many
 * answers are put together. The coins are tossed by the patient's id. It is a random UUID that only the care team sees,
 * so the weight is nobody else's to know, and the same for ever: asking again never averages it away.
 */
export function patientWeight(patientId: string): 0 | 1 | 2 {
  const hash = hashOf(patientId)
  const heads = ((hash >>> 30) & 1) + ((hash >>> 29) & 1)
  return heads === 0 ? 0 : heads === 1 ? 1 : 2
}

/** FNV-1a of 32 bits, its bits mixed once more so that ids that differ in the last digit only differ everywhere. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
