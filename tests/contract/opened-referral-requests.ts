import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { mindedKinds } from '#domain/patient-wishes/referral-notice.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

/** A referral whose record somebody opens from outside the team, while the record is sensitive. It ends in the care of another team. */
export function describeOpenedReferralRequests(suite: ContractSuite): void {
  const key = () => ({ 'idempotency-key': randomUUID() })

  test('a referral says how its reader sees the patient, and names no hospital of a sensitive record from outside', async () => {
    const { nurse } = suite
    const listed = (await suite.get('listReferrals', nurse, '/referrals?limit=100')).body as Schemas['ReferralPage']
    const row = listed.items.find(({ patient: { bornOn, nhsNumber }, sentOn }) => bornOn && nhsNumber && sentOn)
    if (row === undefined) throw new Error('The nurse has no referral that was sent.')
    const { patientId, nhsNumber, bornOn } = row.patient
    const read = async () =>
      (await suite.get('getReferral', nurse, `/referrals/${row.referralId}`)).body as Schemas['Referral']
    const record = async () =>
      (await suite.get('getPatient', nurse, `/patients/${patientId}`)).body as Schemas['Patient']
    const flag = async (isSensitive: boolean) => {
      const { etag } = await suite.get('getPatientWishes', nurse, `/patients/${patientId}/wishes`)
      return suite.ask('setSensitiveFlag', nurse, {
        method: 'POST',
        path: `/patients/${patientId}/wishes/sensitive-flag`,
        body: { isSensitive, reason: 'As the national service says' },
        headers: { ...key(), 'if-match': String(etag) },
      })
    }
    const assign = (send: typeof nurse, from: string, teamId: string) =>
      suite.ask('assignPatientTeam', send, {
        method: 'PUT',
        path: `/patients/${patientId}/team`,
        body: { from, teamId },
      })

    /** The tile counts exactly the list that it opens, and each row there says why it is in it. */
    async function expectMinded(referralId: string): Promise<void> {
      const { tiles } = (await suite.get('getHome', nurse, '/home')).body as Schemas['Home']
      const minded = (await suite.get('listReferrals', nurse, '/referrals?minded=true&limit=100'))
        .body as Schemas['ReferralPage']
      expect(tiles.find(({ tile }) => tile === 'mindedReferrals')?.count).toBe(minded.total.count)
      expect(minded.total.count).toBe(minded.items.length)
      const kinds = minded.items.map(({ notices }) => notices.map(({ kind }) => kind))
      expect(kinds.every((each) => each.some((kind) => mindedKinds.includes(kind)))).toBe(true)
      const found = minded.items.find((each) => each.referralId === referralId)
      expect(found?.notices.map(({ kind }) => kind)).toContain('sensitive')
    }

    const before = await read()
    const hospital = before.referral.fromOrganisation?.name
    expect(before).toMatchObject({ relationship: { kind: 'team', endsAt: null, reasonCode: null } })
    expect((await flag(true)).status).toBe(201)
    expect((await read()).referral.fromOrganisation).toEqual(row.fromOrganisation)
    await expectMinded(row.referralId)

    const { team } = await record()
    const { items: teams } = (await suite.get('listTeams', nurse, '/teams')).body as Schemas['TeamList']
    const { teamId = '' } = teams.find(({ name }) => name === 'Head and neck clinic') ?? {}
    const assigned = await assign(nurse, team?.teamId ?? '', teamId)
    expect(assigned.status, JSON.stringify(assigned.body)).toBe(200)
    const opening = { nhsNumber, bornOn, reasonCode: 'coveringTeam', reason: 'On call for the clinic tonight' }
    const path = '/emergency-accesses'
    const opened = await suite.ask('openPatientInEmergency', nurse, {
      method: 'POST',
      path,
      body: opening,
      headers: key(),
    })
    expect(opened.body).toMatchObject({ patientId, relationship: 'emergencyAccess' })

    const seen = await read()
    expect(seen).toMatchObject({
      relationship: { kind: 'emergencyAccess', reasonCode: 'coveringTeam' },
      referral: { fromOrganisation: null, referrer: row.referrer, site: row.site },
    })
    expect(seen.events.map(({ eventId }) => eventId)).toEqual(before.events.map(({ eventId }) => eventId))
    expect(seen.events.map(({ organisation }) => organisation)).not.toContain(hospital)
    const { referrals, organisation } = await record()
    expect([organisation, ...referrals.map(({ fromOrganisation }) => fromOrganisation)]).toEqual(
      Array.from({ length: referrals.length + 1 }, () => null),
    )

    expect((await flag(false)).status).toBe(201)
    expect((await read()).referral.fromOrganisation).toEqual(row.fromOrganisation)
  })
}
