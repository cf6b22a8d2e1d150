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
        <WhomToAsk what={`Ask ${asked.facility} when it opens`} contacts={asked.contacts} />
      )}
      {asked === undefined && contacts.length > 0 ? (
        <WhomToAsk what="Ask the trial when a site here opens" contacts={contacts} />
      ) : null}
      {asked === undefined && contacts.length === 0 ? (
        <p>
          No contact is listed.{' '}
          {sourceUrl === null ? (
            'Ask the sponsor when a site here opens.'
          ) : (
            <a href={sourceUrl} rel="noreferrer">
              Look at the registry when a site here opens
            </a>
          )}
        </p>
      ) : null}
    </Notice>
  )
}

function WhomToAsk({ what, contacts }: { readonly what: string; readonly contacts: Trial['contacts'] }) {
  return (
    <>
      <p className="nhsuk-u-margin-bottom-0">{what}:</p>
      <ContactList contacts={contacts} />
    </>
  )
}
