import type { components } from '#api/schema.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'

type Trial = components['schemas']['Trial']
type TrialEncoding = components['schemas']['TrialEncoding']

/** Where the data on this page come from, how old they are, and the versions held. */
export function TrialProvenance({ detail }: { readonly detail: Trial }) {
  const { trial, sourceUrl, dataDate, encoding, versions } = detail
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="provenance">
      <h2 className="nhsuk-heading-m" id="provenance">
        Source and versions
      </h2>
      <p>
        {trial.registry === 'clinicaltrials.gov'
          ? 'Source: ClinicalTrials.gov, United States National Library of Medicine. '
          : 'A fictional trial made for this demonstration. '}
        {dataDate === null ? 'Date of registry data not known.' : `Data of ${clinicalDate(dataDate)}.`}
      </p>
      {sourceUrl === null ? null : (
        <p>
          <a href={sourceUrl} rel="noreferrer">
            {trial.registryId} on the registry
          </a>
        </p>
      )}
      {encoding === null ? null : <p>{encodingText(encoding)}</p>}
      <ul className="nhsuk-list nhsuk-list--bullet">
        {versions.map(({ version, importedAt, dataDate: of }) => (
          <li key={version}>
            Version {version}, imported {clinicalInstant(importedAt)},{' '}
            {of === null ? 'date of registry data not known' : `data of ${clinicalDate(of)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function encodingText(encoding: TrialEncoding): string {
  const { protocolVersion, encodedBy, checkedBy, effectiveFrom, isChecked, isInForce } = encoding
  const written = `Rules for ${protocolVersion === null ? 'the protocol' : `version ${protocolVersion} of the protocol`} written by ${encodedBy}`
  if (isInForce) return `${written}, checked by ${checkedBy}, in use since ${clinicalDate(effectiveFrom)}.`
  if (isChecked)
    return `${written}, checked by ${checkedBy}, in use from ${clinicalDate(effectiveFrom)}. Until then the text of each criterion is to be read.`
  return `${written} and not checked by anybody else yet, so they are not used: the text of each criterion is to be read.`
}
