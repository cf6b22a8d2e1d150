import type { RefusalText } from '../access/refusal-text.ts'

/* What somebody is told whose verdict on a criterion is refused. */

/** The trial has changed since, or the request was written by a program. */
export const noSuchCriterion: RefusalText = {
  status: 400,
  kind: 'no-such-criterion',
  title: 'This criterion cannot be set',
  detail: 'The trial has no such criterion, or not in an open cohort of this name.',
  remedy: 'Reload the page and look at the criteria as they are now.',
  errors: [{ pointer: '/criterionId', message: 'is not a criterion of this trial that can be set for this cohort' }],
}

export const overriddenMeanwhile: RefusalText = {
  status: 409,
  kind: 'override-conflict',
  title: 'A colleague has changed the verdict on this criterion',
  detail: 'A verdict was set or withdrawn after you opened the criterion. Nothing of yours was saved.',
  remedy: 'Read what stands now. If you still disagree, set the criterion again.',
}

export const basisChanged: RefusalText = {
  status: 409,
  kind: 'basis-changed',
  title: 'This criterion has changed since you opened it',
  detail: 'Its wording, or the data that it rests on, is not what you saw any more. Nothing of yours was saved.',
  remedy: 'Read the criterion as it is now. If you still disagree, set it again.',
}

export const noLongerStanding: RefusalText = {
  status: 409,
  kind: 'override-conflict',
  title: 'This verdict does not stand any more',
  detail: 'A colleague has withdrawn or replaced it after you opened it. Nothing of yours was saved.',
  remedy: 'Read the history of the trial, and withdraw what stands now if it should not.',
}
