import { CandidateChangesPage } from './candidate-changes-page.tsx'
import { loadCandidateChanges } from './load-candidate-changes.ts'
import { markListSeen } from './mark-list-seen.ts'

/** What the address of the list needs once it is opened. */
export const candidateChangesScreen = {
  loader: loadCandidateChanges,
  action: markListSeen,
  Component: CandidateChangesPage,
}
