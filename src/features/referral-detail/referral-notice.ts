import * as v from 'valibot'

/** What was done just before this page opened, told by the page that did it: `?done=sent`. */
export const referralNotice = v.object({
  done: v.fallback(v.optional(v.picklist(['sent'])), undefined),
})
