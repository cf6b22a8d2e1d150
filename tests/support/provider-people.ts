/** Somebody whom the provider of the tests knows, by the name to sign in with, and what it tells of them. */
export type ProviderPeople = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const strong = { authentication_assurance_level: '3', id_assurance_level: '3' }

/** One role as NHS CIS2 Authentication tells of it. */
export function nationalRole(code: string, words: string, org_code: string, person_roleid = `${code}-${org_code}`) {
  return {
    org_code,
    person_orgid: `org-${org_code}`,
    person_roleid,
    role_code: `S8000:G8000:${code}`,
    role_name: `"Clinical":"Clinical Provision":"${words}"`,
  }
}

const nurse = nationalRole('R8001', 'Nurse Access Role', 'ZZ001')
const doctor = nationalRole('R8000', 'Clinical Practitioner Access Role', 'ZZ002')
const clerk = nationalRole('R8010', 'Clerical Access Role', 'ZZ001')

export const cis2People: ProviderPeople = {
  'nurse-parker': {
    ...strong,
    name: 'PARKER Nia',
    given_name: 'Nia',
    email: 'nia.parker@zz001.example',
    family_name: 'Parker',
    nhsid_nrbac_roles: [nurse],
  },
  'doctor-and-nurse': { ...strong, name: 'Sam Osei', nhsid_nrbac_roles: [nurse, doctor, clerk] },
  'chose-doctor': {
    ...strong,
    name: 'Sam Osei',
    nhsid_nrbac_roles: [nurse, doctor],
    selected_roleid: doctor.person_roleid,
  },
  'clerk-only': { ...strong, name: 'Kim Lowe', nhsid_nrbac_roles: [clerk] },
  'nurse-elsewhere': {
    ...strong,
    name: 'Jo Field',
    nhsid_nrbac_roles: [nationalRole('R8001', 'Nurse Access Role', 'QQ999')],
  },
  'no-roles': { ...strong, name: 'Lee Shaw' },
  'weak-device': { ...strong, authentication_assurance_level: '1', name: 'Ana Reis', nhsid_nrbac_roles: [nurse] },
  'weak-identity': { ...strong, id_assurance_level: '1', name: 'Ana Reis', nhsid_nrbac_roles: [nurse] },
  'no-levels': { name: 'Ana Reis', nhsid_nrbac_roles: [nurse] },
  'same-email': { ...strong, name: 'Another Person', email: 'nurse@zz001.example', nhsid_nrbac_roles: [nurse] },
}
