import { expect, it } from 'vitest'
import { careRolesFor, namedRolesOn } from './named-role.ts'

const cover = {
  patientId: 'patient',
  careRole: 'coveringClinician',
  startsOn: '2026-06-10',
  endsOn: '2026-06-20',
  endedOn: null,
} as const

it.each([
  ['2026-06-09', 0],
  ['2026-06-10', 1],
  ['2026-06-20', 1],
  ['2026-06-21', 0],
])('on %s a cover from 10 to 20 June gives %i patients', (on, patients) => {
  expect(namedRolesOn([cover], on)).toHaveLength(patients)
})

it('a role that was ended gives nothing from that day on', () => {
  const ended = { ...cover, endedOn: '2026-06-15' }
  expect(namedRolesOn([ended], '2026-06-14')).toHaveLength(1)
  expect(namedRolesOn([ended], '2026-06-15')).toEqual([])
})

it('says as what somebody is named on one patient, each once', () => {
  const held = namedRolesOn([cover, cover, { ...cover, careRole: 'consultantInCharge' }], '2026-06-15')
  expect(careRolesFor(held, 'patient')).toEqual(['consultantInCharge', 'coveringClinician'])
  expect(careRolesFor(held, 'another')).toEqual([])
})
