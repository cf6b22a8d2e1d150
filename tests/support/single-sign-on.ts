import type { components } from '../../api/schema.ts'

/** What the service answers where no provider is set up. */
export const withoutProvider: components['schemas']['SingleSignOn'] = {
  name: null,
  isUsed: false,
  roles: [],
  refusal: null,
  signOutAt: null,
}
