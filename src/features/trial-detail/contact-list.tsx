import type { components } from '#api/schema.ts'
import { notKnown } from '../../format/not-known.ts'
import { codeWords } from './code-words.ts'

type Contact = components['schemas']['Contact']

/** Whom to ask, each with what is stated of name, role, telephone and email address. */
export function ContactList({ contacts }: { readonly contacts: readonly Contact[] }) {
  if (contacts.length === 0) return notKnown
  return (
    <div>
      {contacts.map((contact) => (
        <div key={JSON.stringify(contact)}>
          {[contact.name, roleText(contact.role), contact.phone].filter((part) => part !== null).join(', ')}
          {contact.email === null ? null : (
            <>
              {' '}
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </>
          )}
        </div>
      ))}
    </div>
  )
}

/** The register calls a contact without any role "contact": among contacts that says nothing. */
function roleText(role: string | null): string | null {
  return role === null || role === 'CONTACT' ? null : codeWords(role)
}
