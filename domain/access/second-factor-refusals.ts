import type { RefusalText } from './refusal-text.ts'

/* What somebody is told about a second factor that is missing, wrong or in the way. */

export const wrongCode: RefusalText = {
  status: 401,
  kind: 'wrong-code',
  title: 'This code is not right',
  detail: 'The code is not the one of this moment, or it has been used already.',
  remedy: 'Wait for the next code of your app, or use a recovery code. If you have neither, ask an administrator.',
  errors: [{ pointer: '/code', message: 'is not right at this moment, or was used before' }],
}

export const wrongFirstCode: RefusalText = {
  ...wrongCode,
  status: 400,
  kind: 'invalid-request',
  detail: 'The code does not come from the secret that was shown, or is older than a minute. Nothing was changed.',
  remedy: 'Type the code that your app shows now. If it goes on, check the clock of your device.',
}

export const signInNotBegun: RefusalText = {
  status: 401,
  kind: 'sign-in-not-begun',
  title: 'Signing in begins with your password',
  detail: 'Your password was not given on this browser in the last five minutes, or has been changed since.',
  remedy: 'Sign in again from the beginning.',
}

export const secondFactorIsOn: RefusalText = {
  status: 409,
  kind: 'second-factor-on',
  title: 'A second factor is set up already',
  detail: 'Your account asks for a code already. Nothing was changed.',
  remedy: 'To use another app, take the second factor away first.',
}

export const secondFactorNotBegun: RefusalText = {
  status: 409,
  kind: 'second-factor-not-begun',
  title: 'There is nothing to confirm',
  detail: 'No second factor is being set up for your account.',
  remedy: 'Begin again: ask for a new secret.',
}

export const secondFactorNeeded: RefusalText = {
  status: 403,
  kind: 'second-factor-needed',
  title: 'Set up a second factor first',
  detail: 'This installation asks your role for a code besides the password, and your account has none yet.',
  remedy: 'Set it up on the page of your account.',
}
