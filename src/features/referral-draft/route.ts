import type { RouteObject } from 'react-router'
import { paths } from '../../data/paths.ts'
import { loadReferralDraft } from './load-referral-draft.ts'
import { sendReferral } from './send-referral.ts'

export const referralDraftRoute = {
  path: paths.referralDraft,
  loader: loadReferralDraft,
  action: sendReferral,
  // Loading again after a refused sending could fail, and the error page would take what was typed with it.
  shouldRevalidate: ({ formMethod, defaultShouldRevalidate }) => formMethod === undefined && defaultShouldRevalidate,
  lazy: { Component: async () => (await import('./referral-draft-page.tsx')).ReferralDraftPage },
} satisfies RouteObject
