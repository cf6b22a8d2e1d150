import { describe, expect, it } from 'vitest'
import { accessReportEntries, type PatientAccess } from './access-report.ts'

const access: PatientAccess = {
  on: '2026-06-15',
  role: 'nurse',
  organisation: 'Northmoor Hospital',
  operation: 'getPatient',
  basis: 'directCare',
}

describe('what a patient is told of who has seen the record', () => {
  it('says who, where, what and why in words', () => {
    expect(accessReportEntries([access])).toEqual([
      {
        on: '2026-06-15',
        who: 'Specialist nurse',
        organisation: 'Northmoor Hospital',
        what: 'Looked at your record',
        why: 'They are part of the team that cares for you.',
        times: 1,
      },
    ])
  })

  it('counts the same on one day in one line, and keeps another day, role or act apart', () => {
    const others: readonly PatientAccess[] = [
      { ...access, on: '2026-06-14' },
      { ...access, role: 'oncologist' },
      { ...access, operation: 'searchPatients' },
      { ...access, organisation: 'Eastholm Hospital' },
    ]
    const entries = accessReportEntries([access, ...others, access])
    expect(entries.map(({ times }) => times)).toEqual([2, 1, 1, 1, 1])
  })

  it('says that no reason was recorded rather than making one up', () => {
    const [entry] = accessReportEntries([{ ...access, basis: null }])
    expect(entry?.why).toBe('No reason was recorded.')
  })
})
