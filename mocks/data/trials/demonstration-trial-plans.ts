import { demoAcc16 } from './demo-acc-16.ts'
import { demoAml23 } from './demo-aml-23.ts'
import { demoAnl05 } from './demo-anl-05.ts'
import { demoAtc08 } from './demo-atc-08.ts'
import { demoBil22 } from './demo-bil-22.ts'
import { demoBsk11 } from './demo-bsk-11.ts'
import { demoEpn12 } from './demo-epn-12.ts'
import { demoEws03 } from './demo-ews-03.ts'
import { demoFlc09 } from './demo-flc-09.ts'
import { demoGct24 } from './demo-gct-24.ts'
import { demoGli17 } from './demo-gli-17.ts'
import { demoGst20 } from './demo-gst-20.ts'
import { demoLps21 } from './demo-lps-21.ts'
import { demoMcc14 } from './demo-mcc-14.ts'
import { demoMcl19 } from './demo-mcl-19.ts'
import { demoMes13 } from './demo-mes-13.ts'
import { demoNbl18 } from './demo-nbl-18.ts'
import { demoNet15 } from './demo-net-15.ts'
import { demoPen01 } from './demo-pen-01.ts'
import { demoSba02 } from './demo-sba-02.ts'
import { demoSgc07 } from './demo-sgc-07.ts'
import { demoTet10 } from './demo-tet-10.ts'
import { demoUts06 } from './demo-uts-06.ts'
import { demoUvm04 } from './demo-uvm-04.ts'
import type { TrialPlan } from './trial-plan.ts'

/** The 24 invented trials: every family of rare cancers has at least one that is open, the basket trial apart. */
export const demonstrationTrialPlans: readonly TrialPlan[] = [
  demoPen01,
  demoSba02,
  demoEws03,
  demoUvm04,
  demoAnl05,
  demoUts06,
  demoSgc07,
  demoAtc08,
  demoFlc09,
  demoTet10,
  demoBsk11,
  demoEpn12,
  demoMes13,
  demoMcc14,
  demoNet15,
  demoAcc16,
  demoGli17,
  demoNbl18,
  demoMcl19,
  demoGst20,
  demoLps21,
  demoBil22,
  demoAml23,
  demoGct24,
]
