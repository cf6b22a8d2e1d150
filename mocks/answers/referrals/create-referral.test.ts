import { describe, expect, it } from 'vitest'
import { isLiveStatus } from '#domain/referral/referral-status.ts'
import { Problem } from '../../http/problem.ts'
import { buildDemonstration } from '../../state/demonstration-state.ts'
import { withReceivers } from '../../state/held-trial.ts'
import { createReferral } from './create-referral.ts'

const now = new Date('2026-06-15T08:00:00Z')

/** A demonstration of its own, with an oncologist, a patient of theirs and an open trial to begin a referral to. */
function demonstrationWithPair() {
  const state = buildDemonstration({ now: () => now, patientCount: 240 })
  const account = [...state.accounts.values()].find(({ role }) => role === 'oncologist')
  const organisation = state.organisations.get(account?.organisationId ?? '')
  const trial = [...state.trials.values()].find(({ isOpenAtHome }) => isOpenAtHome)
  const referred = [...state.referrals.values()].filter(({ status }) => isLiveStatus(status))
  const patient = [...state.patients.values()].find(
    ({ patientId, organisationId }) =>
      organisationId === organisation?.organisationId && !referred.some((each) => each.patientId === patientId),
  )
  if (!account || !organisation || !trial || !patient) throw new Error('The demonstration has no such pair.')
  const { organisationId } = organisation
  const scope = { organisationId, teamIds: [], namedRoles: [], openedPatientIds: [patient.patientId] }
  const begin = () =>
    createReferral(
      {
        state,
        caller: { ...account, organisation, scope, trialDuties: [], needsSecondFactor: false },
        asOf: '2026-06-15',
        now,
      },
      { patientId: patient.patientId, trialId: trial.trialId },
    )
  return { state, trial, begin }
}

function problemOf(attempt: () => unknown): Problem['body'] {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Problem) return error.body
  }
  throw new Error('Nothing was refused.')
}

describe('beginning a referral', () => {
  it('makes a draft where somebody at an open site could read it', () => {
    expect(demonstrationWithPair().begin().body.referral.status).toBe('referral-draft')
  })

  it('is refused where nobody at a site of the trial uses the service', () => {
    const { state, trial, begin } = demonstrationWithPair()
    state.trials.set(trial.trialId, withReceivers(trial, []))
    expect(problemOf(begin)).toMatchObject({ status: 409, type: 'urn:problem:no-receiving-site' })
  })

  it('is refused where only closed sites have somebody who uses the service', () => {
    const { state, trial, begin } = demonstrationWithPair()
    const sites = trial.sites.map((site) => ({ ...site, recruitmentStatus: 'paused' as const }))
    state.trials.set(trial.trialId, { ...trial, sites })
    expect(problemOf(begin)).toMatchObject({ status: 409, type: 'urn:problem:no-receiving-site' })
  })
})
