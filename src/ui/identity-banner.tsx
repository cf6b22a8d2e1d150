import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { ageText } from '../format/age.ts'
import { clinicalDate } from '../format/dates.ts'
import { nhsNumberText } from '../format/nhs-number.ts'
import { notKnown } from '../format/not-known.ts'
import { patientName } from '../format/person-name.ts'

type PersonShown = Pick<components['schemas']['Patient'], 'name' | 'bornOn' | 'nhsNumber'> &
  Partial<Pick<components['schemas']['Patient'], 'sex' | 'diedOn' | 'hospitalNumber' | 'isSensitive'>>

type IdentityBannerProps = {
  readonly patient: PersonShown
  /** From the session, for the age. */
  readonly today: CalendarDate
}

/**
 * Who this page is about: name, date of birth, sex, NHS number, always in this order and always in sight. Only on pages
 * about one patient. Repeat it on every page that asks to confirm.
 */
export function IdentityBanner({ patient, today }: IdentityBannerProps) {
  const { name, bornOn, nhsNumber, sex, diedOn = null, hospitalNumber, isSensitive = false } = patient
  return (
    <section className={`app-identity${diedOn === null ? '' : ' app-identity--died'}`} aria-label="Patient">
      <p className="app-identity__name">{patientName(name)}</p>
      <dl className="app-identity__list">
        <Item label="Born" value={bornText(bornOn, diedOn === null ? today : null)} />
        {diedOn === null ? null : <Item label="Died" value={clinicalDate(diedOn)} />}
        {diedOn === null || bornOn === null ? null : <Item label="Age at death" value={ageText(bornOn, diedOn)} />}
        {sex === undefined ? null : <Item label="Sex" value={sex === null ? notKnown : sexWords[sex]} />}
        <Item label="NHS No." value={nhsNumberText(nhsNumber)} />
        {hospitalNumber === undefined ? null : <Item label="Hospital No." value={hospitalNumber ?? notKnown} />}
        {isSensitive ? <Item label="Sensitive" value="Location not shown" /> : null}
      </dl>
    </section>
  )
}

/** The sex recorded for a patient, in full. */
export const sexWords = { female: 'Female', male: 'Male', indeterminate: 'Indeterminate' } as const

/** `14-Jul-1945 (61y)`; without a day to count to, or without a date, no age. */
export function bornText(bornOn: CalendarDate | null, on: CalendarDate | null): string {
  if (bornOn === null) return notKnown
  return on === null ? clinicalDate(bornOn) : `${clinicalDate(bornOn)} (${ageText(bornOn, on)})`
}

function Item({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="app-identity__item">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
