import type { RefusalText } from './refusal-text.ts'

/** Why signing in with single sign-on came to nothing. */
export type SignInRefusalKind =
  | 'sign-in-lost'
  | 'provider-not-reached'
  | 'provider-refused'
  | 'provider-not-trusted'
  | 'assurance-too-low'
  | 'no-role-here'
  | 'account-closed'
  | 'not-set-up'
  | 'sign-in-failed'

export interface SignInRefusal {
  readonly kind: SignInRefusalKind
  readonly title: string
  readonly detail: string
  readonly remedy: string
}

/**
 * What somebody is told who was not signed in.
 *
 * @param provider what people call it
 * @param whomToAsk who gives roles and levels, as a part of a sentence: "your registration authority"
 */
export function signInRefusal(kind: SignInRefusalKind, provider: string, whomToAsk: string): SignInRefusal {
  return { kind, ...texts(provider, whomToAsk)[kind] }
}

function texts(provider: string, whomToAsk: string): Readonly<Record<SignInRefusalKind, Omit<SignInRefusal, 'kind'>>> {
  return {
    'sign-in-lost': {
      title: 'This way of signing in was not begun here, or is over',
      detail: 'Signing in must be finished in the browser where it was begun, within ten minutes, and once only.',
      remedy: 'Sign in again from the start.',
    },
    'provider-not-reached': {
      title: `${provider} cannot be reached`,
      detail: `This service asked ${provider} who you are and got no answer.`,
      remedy: 'Try again in a few minutes. If you have a password of this service, you can use that meanwhile.',
    },
    'provider-refused': {
      title: `${provider} did not sign you in`,
      detail: `Signing in was stopped or refused at ${provider}.`,
      remedy: 'Try again. If it happens again, tell the people who run this service.',
    },
    'provider-not-trusted': {
      title: `The answer of ${provider} could not be trusted`,
      detail: 'It was changed on its way, was meant for another service, or came too late.',
      remedy: 'Try again. If it happens again, tell the people who run this service: somebody may be interfering.',
    },
    'assurance-too-low': {
      title: 'This way of signing in is not strong enough',
      detail: `This service shows patients’ data. It needs a stronger proof of who you are than the one you gave at ${provider}.`,
      remedy: `Sign in again with your smartcard or security key. If you have none, ask ${whomToAsk}.`,
    },
    'no-role-here': {
      title: 'None of your roles opens this service',
      detail: `${provider} knows you, but has no role for you that this service can use at an organisation that uses it.`,
      remedy: `Ask ${whomToAsk} for a role, or an administrator of this service to add your organisation.`,
    },
    'account-closed': {
      title: 'Your account here is closed',
      detail: `${provider} knows you, but your account in this service was closed.`,
      remedy: 'Ask an administrator of this service.',
    },
    'not-set-up': {
      title: 'Nobody has set up this service yet',
      detail: 'The first account must be that of an administrator.',
      remedy: 'Open the one-time link that the server printed when it started to create the first administrator.',
    },
    'sign-in-failed': {
      title: 'Signing in did not work',
      detail: 'Something went wrong on our side. You are not signed in.',
      remedy: 'Try again. If it happens again, tell the people who run this service when it happened.',
    },
  }
}

export const noRoleToChoose: RefusalText = {
  status: 403,
  kind: 'no-role-to-choose',
  title: 'There is no such role to choose',
  detail: 'Your sign-in is over, or that role is not one that you have.',
  remedy: 'Sign in again from the start.',
}
