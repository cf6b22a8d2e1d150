/** How one invented trial recruits, in days counted from the day of the data. */
export interface RecruitmentPlan {
  readonly registryId: string
  /** The story that the numbers tell. */
  readonly shows: string
  readonly opensDaysAgo: number
  readonly closesInDays: number
  /** `null`: nobody agreed a target for the United Kingdom. */
  readonly target: number | null
  /** An earlier plan that this one replaced. */
  readonly replaced?: { readonly target: number; readonly closesInDays: number; readonly rebaselinedDaysAgo: number }
  /** Participants in all sites together up to the day of the data. */
  readonly recruited: number
  /** Nobody joined later than this. */
  readonly lastRecruitDaysAgo?: number
}

/** Ratios in the comments are recruited x planned days / (target x elapsed days) - 1. */
export const recruitmentPlans: readonly RecruitmentPlan[] = [
  // 41 x 800 / (80 x 500) - 1 = -0.18
  plan('DEMO-PEN-01', 'amber', 500, 300, 80, 41),
  plan('DEMO-SBA-02', 'on plan', 650, 450, 70, 43),
  {
    ...plan('DEMO-EWS-03', 're-baselined', 800, 400, 48, 30),
    replaced: { target: 60, closesInDays: 100, rebaselinedDaysAgo: 300 },
  },
  plan('DEMO-UVM-04', 'on plan', 420, 480, 36, 18),
  // 42 x 900 / (60 x 600) - 1 = 0.05
  plan('DEMO-ANL-05', 'green', 600, 300, 60, 42),
  plan('DEMO-UTS-06', 'on plan', 560, 540, 26, 14),
  // 9 x 1080 / (40 x 540) - 1 = -0.55
  plan('DEMO-SGC-07', 'red', 540, 540, 40, 9),
  plan('DEMO-ATC-08', 'on plan', 500, 500, 22, 11),
  plan('DEMO-FLC-09', 'not open yet', -60, 800, 20, 0),
  { ...plan('DEMO-TET-10', 'dormant', 700, 380, 30, 17), lastRecruitDaysAgo: 260 },
  plan('DEMO-BSK-11', 'on plan', 730, 730, 200, 104),
  { ...plan('DEMO-EPN-12', 'paused', 400, 500, 30, 8), lastRecruitDaysAgo: 62 },
  plan('DEMO-MES-13', 'a little behind', 380, 520, 90, 36),
  plan('DEMO-MCC-14', 'no target', 410, 490, null, 13),
  // 54 of 50
  plan('DEMO-NET-15', 'over-recruited', 720, 180, 50, 54),
  plan('DEMO-ACC-16', 'on plan', 610, 490, 18, 10),
  // 36 x 45 / 900 = 1.8 expected
  plan('DEMO-GLI-17', 'newly opened', 45, 855, 36, 1),
  plan('DEMO-NBL-18', 'on plan', 450, 450, 24, 12),
  plan('DEMO-MCL-19', 'on plan', 520, 380, 64, 39),
  plan('DEMO-GST-20', 'on plan', 330, 570, 30, 11),
  plan('DEMO-LPS-21', 'behind', 300, 600, 42, 12),
  { ...plan('DEMO-BIL-22', 'closed with results', 1500, -500, 45, 45), lastRecruitDaysAgo: 520 },
  plan('DEMO-AML-23', 'a little behind', 260, 640, 72, 20),
  plan('DEMO-GCT-24', 'on plan', 480, 420, 28, 15),
]

/** Throws RangeError for a trial without a plan. */
export function planForTrial(registryId: string): RecruitmentPlan {
  const found = recruitmentPlans.find((candidate) => candidate.registryId === registryId)
  if (!found) throw new RangeError(`No recruitment plan for trial "${registryId}": add one to recruitmentPlans.`)
  return found
}

function plan(
  registryId: string,
  shows: string,
  opensDaysAgo: number,
  closesInDays: number,
  target: number | null,
  recruited: number,
): RecruitmentPlan {
  return { registryId, shows, opensDaysAgo, closesInDays, target, recruited }
}
