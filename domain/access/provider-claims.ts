/** Claims of somebody who signed in, as the provider told them: ID token and UserInfo together. */
export type Claims = Readonly<Record<string, unknown>>

/** A role that somebody has by what the provider says; whether this service knows it is another question. */
export interface HeldRole {
  readonly code: string
  /** What people call it. */
  readonly name: string
  /** Null where it is not tied to an organisation. */
  readonly organisationCode: string | null
}

/** Where claims of a provider without a form of its own are found. */
export interface PlainClaims {
  readonly roles: string
  readonly organisations: string
}

/**
 * The roles of a user of NHS CIS2 Authentication. Somebody who chose one there has that one alone: choosing again means
 * signing in again.
 */
export function rolesFromCis2(claims: Claims): HeldRole[] {
  const chosen = textOf(claims.selected_roleid)
  const all = listOf(claims.nhsid_nrbac_roles)
  const entries = chosen === null ? all : all.filter((entry) => textOf(entry.person_roleid) === chosen)
  return entries.flatMap((entry) => {
    const code = textOf(entry.role_code)?.split(':').at(-1)
    const organisationCode = textOf(entry.org_code)
    if (!code || organisationCode === null) return []
    return [
      { code, name: lastWords(textOf(entry.role_name)) ?? code, organisationCode: organisationCode.toUpperCase() },
    ]
  })
}

/** Role words and organisation codes of any other provider: each role is held in each organisation. */
export function rolesFromPlain(claims: Claims, names: PlainClaims): HeldRole[] {
  const codes = wordsOf(claims[names.organisations]).map((code) => code.toUpperCase())
  const places = codes.length === 0 ? [null] : codes
  return wordsOf(claims[names.roles]).flatMap((code) =>
    places.map((organisationCode) => ({ code, name: code, organisationCode })),
  )
}

export interface AssuranceLevels {
  /** How surely it is the same person as before: 0 where the provider does not say. */
  readonly authentication: number
  /** How surely that person is who they say. */
  readonly identity: number
}

/** Levels by the names that NHS CIS2 Authentication uses, of which one is written in two ways. */
export function assuranceLevels(claims: Claims): AssuranceLevels {
  return {
    authentication: levelOf(claims.authentication_assurance_level),
    identity: levelOf(claims.id_assurance_level ?? claims.idassurancelevel),
  }
}

/** What to call somebody; the identifier where the provider tells no name. */
export function nameOf(claims: Claims, subject: string): string {
  const parts = [textOf(claims.given_name), textOf(claims.family_name)].filter((part) => part !== null)
  // NHS CIS2 Authentication writes the name as "PARKER Nia", so its parts come first.
  return (textOf(claims.display_name) ?? (parts.join(' ') || (textOf(claims.name) ?? subject))).slice(0, 200)
}

export function emailOf(claims: Claims): string | null {
  const email = textOf(claims.email)
  return email !== null && email.length <= 254 ? email : null
}

function levelOf(value: unknown): number {
  const text = typeof value === 'number' ? String(value) : textOf(value)
  return text !== null && /^[0-3]$/.test(text) ? Number(text) : 0
}

/** `"Clinical":"Clinical Provision":"Nurse Access Role"` is "Nurse Access Role". */
function lastWords(name: string | null): string | null {
  return name === null ? null : name.split(':').at(-1)?.replaceAll('"', '').trim() || null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function wordsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((each) => textOf(each) ?? [])
}

function listOf(value: unknown): Claims[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : []
}
