import { describe, expect, it } from 'vitest'
import { roles } from '../access/role.ts'
import { accessBasisLabel, accessBasisOf } from '../audit/access-basis.ts'
import { optOutApplies, saysOptOutsApplied } from './national-data-opt-out.ts'

describe('the national data opt-out', () => {
  it.each([
    'Section 251 support, CAG reference 26/CAG/0001',
    'Health Service (Control of Patient Information) Regulations 2002, regulation 5',
    'regulation 2 of the regulations of 2002',
    's251',
  ])('applies where consent is set aside: %s', (basis) => {
    expect(optOutApplies(basis)).toBe(true)
  })

  it.each(['Direct care', 'Explicit consent', 'Anonymised aggregate data', 'UK GDPR article 6(1)(e)', 'regulation 25'])(
    'does not apply anywhere else: %s',
    (basis) => {
      expect(optOutApplies(basis)).toBe(false)
    },
  )

  it('applies to nothing that anybody does with patients here', () => {
    for (const { role } of roles) {
      for (const namesPatients of [true, false]) {
        const basis = accessBasisOf(role, { namesPatients, isOpened: false })
        expect(optOutApplies(accessBasisLabel(basis)), role).toBe(false)
      }
    }
  })

  it('is found in a text that says it was applied', () => {
    expect(saysOptOutsApplied('National data opt-outs applied on 1 June 2026')).toBe(true)
    expect(saysOptOutsApplied('Patients who opted out were left out')).toBe(true)
    expect(saysOptOutsApplied('Regulation 5')).toBe(false)
  })
})
