import type { Role } from '#domain/access/role.ts'
import type { DemonstrationAccount } from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { stableId } from '../random/stable-id.ts'

/** The password of every demonstration account. It is shown on purpose and guards nothing but invented data. */
export const demonstrationPassword = 'demonstration-only'

/** The organisations where somebody can sign in, send and receive; the others are sites on paper only. */
export const staffedOrganisationCodes = ['ZZ001', 'ZZ002', 'ZZ003', 'ZZ004', 'ZZ005', 'ZZ006'] as const

const clinicalStaff: Readonly<Record<(typeof staffedOrganisationCodes)[number], readonly [Role, string][]>> = {
  ZZ001: [
    ['oncologist', 'Dr Amara Okonjo-Vale'],
    ['nurse', 'Bridget Thackwray'],
    ['site-nurse', 'Callum Redferne'],
    ['investigator', 'Dr Devika Raman-Holt'],
  ],
  ZZ002: [
    ['oncologist', 'Dr Elif Aydınlı'],
    ['nurse', 'Femi Adewole'],
    ['site-nurse', 'Grace Pelliniemi'],
    ['investigator', 'Professor Hugh Marchbanks'],
  ],
  ZZ003: [
    ['oncologist', 'Dr Imran Qadirzai'],
    ['nurse', 'Joanna Wyszkowska'],
    ['site-nurse', 'Kwame Asante-Boyd'],
    ['investigator', 'Dr Leonie Fairhurst'],
  ],
  ZZ004: [
    ['oncologist', 'Dr Mei-Ling Cartwright'],
    ['nurse', 'Niall O’Garvey'],
    ['site-nurse', 'Oriel Bankole'],
    ['investigator', 'Dr Parveen Sidhwala'],
  ],
  ZZ005: [
    ['oncologist', 'Dr Quentin Ashbourne'],
    ['nurse', 'Rhiannon Pryce-Lowe'],
    ['site-nurse', 'Sunita Deshmane'],
    ['investigator', 'Dr Tomasz Zieliński'],
  ],
  ZZ006: [
    ['oncologist', 'Dr Ursula Fennimore'],
    ['nurse', 'Víctor Almagro'],
    ['site-nurse', 'Winifred Osei'],
    ['investigator', 'Dr Xanthe Kouris'],
  ],
}

/** A nurse of another team than the others of the first organisation. */
export const clinicNurse = account('nurse', 'Delphine Achterberg', 'ZZ001', 'clinic-nurse')

/** At least one account for every role, and clinical staff at the six organisations between which referrals pass. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  ...staffedOrganisationCodes.flatMap((code) => clinicalStaff[code].map(([role, name]) => account(role, name, code))),
  clinicNurse,
  account('trust-lead', 'Yusuf Hallworth', 'ZZ001'),
  account('national-lead', 'Zoë Merriweather', null),
  account('information-officer', 'Anselm Boateng', 'ZZ001'),
  account('administrator', 'Beatrix Loveday', 'ZZ001'),
  account('privacy-officer', 'Cyrus Daruwalla', 'ZZ001'),
]

/** The first account with this role at this organisation. Throws RangeError where nobody has it. */
export function accountAt(organisationId: string, role: Role): DemonstrationAccount {
  const found = demonstrationAccounts.find(
    (candidate) => candidate.organisationId === organisationId && candidate.role === role,
  )
  if (!found) {
    throw new RangeError(`No demonstration account with role "${role}" at organisation ${organisationId}: add one.`)
  }
  return found
}

function account(role: Role, name: string, code: string | null, mailbox: string = role): DemonstrationAccount {
  const email = code === null ? `${mailbox}@national.example` : `${mailbox}@${code.toLowerCase()}.example`
  return {
    accountId: stableId(`account/${email}`),
    email,
    name,
    role,
    organisationId: code === null ? null : organisationByCode(code).organisationId,
    password: demonstrationPassword,
  }
}
