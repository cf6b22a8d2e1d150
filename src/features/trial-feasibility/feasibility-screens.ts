import { loadCancerTypes } from '../../data/load-cancer-types.ts'
import { DraftFeasibilityPage } from './draft-feasibility-page.tsx'
import { loadTrialFeasibility } from './load-trial-feasibility.ts'
import { TrialFeasibilityPage } from './trial-feasibility-page.tsx'

/** What the address of a trial's feasibility needs once it is opened. */
export const trialFeasibilityScreen = { loader: loadTrialFeasibility, Component: TrialFeasibilityPage }

/** The draft lives on the page: nothing of it is loaded or stored. */
export const draftFeasibilityScreen = { loader: loadCancerTypes, Component: DraftFeasibilityPage }
