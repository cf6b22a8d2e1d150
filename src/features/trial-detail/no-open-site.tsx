import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { Notice } from '../../ui/notice.tsx'
import { recruitmentStatusWords } from '../../ui/recruitment-status-tag.tsx'
import { ContactList } from './contact-list.tsx'
import { orderSites } from './order-sites.ts'

type Trial = components['schemas']['Trial']

/** Before all else of a trial that is open nowhere here: that nobody can be referred to it, and who knows more. */
export function NoOpenSite({ detail: { trial, sites, contacts, sourceUrl } }: { readonly detail: Trial }) {
  if (trial.openSitesAtHome > 0) return null
  const { here, abroad } = orderSites(sites)
  const openAbroad = abroad.filter(({ effectiveStatus }) => effectiveStatus === 'open').length
  const mayOpen = !over.includes(trial.recruitmentStatus)
  const asked = here.find((site) => site.contacts.length > 0)
  return (
    <Notice kind="warning" title="No site is open here: nobody can be referred to this trial now">
      <p>
        {trial.recruitmentStatus === 'open'
          ? 'The trial is open, but at none of its sites here. '
          : `The trial’s status: ${recruitmentStatusWords[trial.recruitmentStatus].label.toLowerCase()}. `}
        No site would receive a referral, and no list of patients is kept for it.
        {openAbroad === 0
          ? null
          : ` It is open at ${counted(openAbroad, 'site')} in other countries: arrange a referral there outside this service.`}
      </p>
      {asked === undefined ? null : (
        <WhomToAsk what={`Ask ${asked.facility} ${mayOpen ? 'when it opens' : 'about it'}`} contacts={asked.contacts} />
      )}
      {asked === undefined && contacts.length > 0 ? (
        <WhomToAsk
          what={mayOpen ? 'Ask the trial when a site here opens' : 'Ask the trial about it'}
          contacts={contacts}
        />
      ) : null}
      {asked === undefined && contacts.length === 0 ? (
        <p>
          No contact is listed.{' '}
          {sourceUrl === null ? (
            `Ask the sponsor ${mayOpen ? 'when a site here opens' : 'about it'}.`
          ) : (
            <a href={sourceUrl} rel="noreferrer">
              {mayOpen ? 'Look at the registry when a site here opens' : 'Look at the registry'}
            </a>
          )}
        </p>
      ) : null}
    </Notice>
  )
}

/** Of these nobody can say when a site opens: none will. */
const over: readonly Trial['trial']['recruitmentStatus'][] = [
  'closed-to-recruitment',
  'follow-up',
  'completed',
  'withdrawn',
]

function WhomToAsk({ what, contacts }: { readonly what: string; readonly contacts: Trial['contacts'] }) {
  return (
    <>
      <p className="nhsuk-u-margin-bottom-0">{what}:</p>
      <ContactList contacts={contacts} />
    </>
  )
}
