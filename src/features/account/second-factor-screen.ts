import { changeSecondFactor } from './change-second-factor.ts'
import { loadSecondFactor } from './load-second-factor.ts'
import { SecondFactorPage } from './second-factor-page.tsx'

/** What the page of one's own second factor needs once it is opened. */
export const secondFactorScreen = { loader: loadSecondFactor, action: changeSecondFactor, Component: SecondFactorPage }
