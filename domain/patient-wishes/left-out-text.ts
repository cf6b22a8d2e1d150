import { mayBeOffered, type ResearchRefusals } from './research-wish.ts'

/** Why a trial is not offered, before anything that its criteria say; null where the patient has said nothing against it. */
export function leftOutText(refusals: ResearchRefusals, trialId: string): string | null {
  if (mayBeOffered(refusals, trialId)) return null
  const what = refusals.all ? 'research' : 'this trial'
  return `Left out by the patient’s wish: does not want to hear about ${what}`
}
