import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { contactRoutes, wishTellers } from '#domain/patient-wishes/research-wish.ts'
import type { WishAct } from '#domain/patient-wishes/wish-event.ts'
import { parseDateInput } from '../../format/date-input.ts'
import type { EntryFault } from './read-entry.ts'

/** Every field of the forms of wishes; a fault at any other stands for the whole form. */
export const wishFields = [
  ...['scope', 'trialId', 'routes', 'statedOn', 'toldBy', 'reviewOn', 'withdrawnOn'],
  ...['isOptedOut', 'checkedOn', 'isSensitive', 'diedOn', 'reason'],
]

export type WishReading =
  | { readonly kind: 'ok'; readonly act: WishAct }
  | { readonly kind: 'faulty'; readonly faults: readonly EntryFault[] }

/** What was typed into one of the forms of wishes, as what is to be recorded. */
export function readWish(form: FormData): WishReading {
  const faults: EntryFault[] = []
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const day = (name: string, what: string): CalendarDate => {
    const found = parseDateInput(text(name))
    if (found === null) faults.push({ field: name, message: dayFault(text(name), what) })
    return found ?? ''
  }
  const dayOrNone = (name: string, what: string) => (text(name) === '' ? null : day(name, what))
  const chosen = <Word extends string>(name: string, words: readonly Word[], message: string): Word => {
    const found = words.find((word) => word === text(name))
    if (found === undefined) faults.push({ field: name, message })
    return found ?? (words[0] as Word)
  }
  const reason = (isNeeded: boolean) => {
    const said = text('reason')
    if (said === '' && !isNeeded) return null
    if (said.length < 10) faults.push({ field: 'reason', message: 'Give the reason in 10 characters or more' })
    return said
  }
  const act = actOf()
  return faults.length === 0 && act !== null ? { kind: 'ok', act } : { kind: 'faulty', faults }

  function actOf(): WishAct | null {
    switch (text('act')) {
      case 'researchWish': {
        const scope = chosen(
          'scope',
          ['all', 'trial', 'contact'],
          'Choose what the patient does not want to hear about',
        )
        const routes = contactRoutes.filter((route) => form.getAll('routes').includes(route))
        const trialId = scope === 'trial' ? text('trialId') : null
        if (trialId === '') faults.push({ field: 'trialId', message: 'Choose the trial' })
        if (scope === 'contact' && routes.length === 0)
          faults.push({ field: 'routes', message: 'Choose at least one way of contact' })
        return {
          kind: 'researchWish',
          scope,
          trialId,
          routes: scope === 'contact' ? routes : [],
          statedOn: day('statedOn', 'on which it was said'),
          toldBy: chosen('toldBy', wishTellers, 'Choose who said so'),
          reviewOn: dayOrNone('reviewOn', 'to ask again'),
        }
      }
      case 'researchWishWithdrawn':
        return {
          kind: 'researchWishWithdrawn',
          wishId: text('wishId'),
          withdrawnOn: day('withdrawnOn', 'on which it was withdrawn'),
          toldBy: chosen('toldBy', wishTellers, 'Choose who said so'),
        }
      case 'optOutCheck': {
        const found = chosen('isOptedOut', ['yes', 'no'], 'Choose what the national service said')
        return { kind: 'optOutCheck', isOptedOut: found === 'yes', checkedOn: day('checkedOn', 'of the look') }
      }
      case 'sensitiveFlag':
        return { kind: 'sensitiveFlag', isSensitive: text('isSensitive') === 'yes', reason: reason(true) ?? '' }
      case 'death': {
        const isLiving = text('isLiving') === 'yes'
        const diedOn = isLiving ? null : day('diedOn', 'of death')
        return { kind: 'death', diedOn, reason: reason(text('hasDeath') === 'yes') }
      }
      default:
        return null
    }
  }
}

function dayFault(typed: string, what: string): string {
  return typed === '' ? `Enter the day ${what}` : `"${typed}" is not a date: write day, month and year`
}
