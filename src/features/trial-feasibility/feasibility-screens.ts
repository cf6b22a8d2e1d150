import { DraftFeasibilityPage } from './draft-feasibility-page.tsx'
import { loadDraft } from './load-draft.ts'
import { loadTrialFeasibility } from './load-trial-feasibility.ts'
import { TrialFeasibilityPage } from './trial-feasibility-page.tsx'

/** What the address of a trial's feasibility needs once it is opened. */
export const trialFeasibilityScreen = { loader: loadTrialFeasibility, Component: TrialFeasibilityPage }

/** The draft lives with its page in the tab: nothing of it is stored on the server. */
export const draftFeasibilityScreen = { loader: loadDraft, Component: DraftFeasibilityPage }
