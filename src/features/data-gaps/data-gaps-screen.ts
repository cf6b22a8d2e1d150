import { DataGapsPage } from './data-gaps-page.tsx'
import { loadDataGaps } from './load-data-gaps.ts'

/** What the address of the gaps needs once it is opened. */
export const dataGapsScreen = { loader: loadDataGaps, Component: DataGapsPage }
