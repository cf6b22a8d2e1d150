import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'

export const referralDraftRoute = {
  path: paths.referralDraft,
  // Loading again after a refused sending could fail, and the error page would take what was typed with it.
  shouldRevalidate: ({ formMethod, defaultShouldRevalidate }) => formMethod === undefined && defaultShouldRevalidate,
  lazy: {
    loader: async () => (await import('./load-referral-draft.ts')).loadReferralDraft,
    action: async () => (await import('./send-referral.ts')).sendReferral,
    Component: async () => (await import('./referral-draft-page.tsx')).ReferralDraftPage,
  },
} satisfies RouteObject
