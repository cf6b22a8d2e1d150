import { dutyLabel, everyDuty } from '#domain/access/duty.ts'
import { referralStatuses } from '#domain/referral/referral-status.ts'
import { type ReferralTransition, transitionsFrom } from '#domain/referral/referral-transition.ts'

type Definition = (typeof referralStatuses)[number]

/** docs/referral-states.md as the transition table has it: a picture for people, and the table for looking up. */
export function referralStatesDocument(): string {
  return `# States of a referral

Generated from \`domain/referral\` by \`npm run documents\`; a check fails when it is stale. What is not here cannot happen.

\`\`\`mermaid
stateDiagram-v2
${referralStatuses.flatMap(arrows).join('\n')}
\`\`\`

| Status | To be left within | Next step | Leads to | Taken by | At the site delegated for | Asks for |
|---|---|---|---|---|---|---|
${referralStatuses.flatMap(rows).join('\n')}
`
}

function arrows({ status, label }: Definition): string[] {
  const name = stateName(status)
  const steps = transitionsFrom(status)
  return [
    `  ${name}: ${label}`,
    ...steps.map(({ to }) => `  ${name} --> ${stateName(to)}`),
    ...(steps.length === 0 ? [`  ${name} --> [*]`] : []),
  ]
}

/** Mermaid reads a hyphen as part of an arrow. */
const stateName = (status: string) => status.replaceAll('-', '_')

function rows(definition: Definition): string[] {
  const steps = transitionsFrom(definition.status)
  const first = `| ${definition.label} | ${standardInWords(definition)} |`
  if (steps.length === 0) return [`${first} none | | | | |`]
  return steps.map((step, index) => `${index === 0 ? first : '| | |'} ${cells(step)} |`)
}

function cells({ verb, to, by, needs, duties }: ReferralTransition): string {
  const target = definitionOf(to)
  const dates = needs === null ? [] : [needs === 'consentedOn' ? 'date of consent' : 'date of enrolment']
  const reasons = target.reasonLists.length === 0 ? [] : [`coded reason (${target.reasonLists.join(' or ')})`]
  const delegated = duties.length === everyDuty.length ? 'any duty' : duties.map(dutyLabel).join(', ')
  return [verb, target.label, by.join(', '), delegated, [...dates, ...reasons].join(', ')].join(' | ').trimEnd()
}

function definitionOf(status: string): Definition {
  const found = referralStatuses.find((definition) => definition.status === status)
  if (found === undefined) throw new Error(`A transition leads to "${status}", which referralStatuses does not define.`)
  return found
}

function standardInWords({ standard }: Definition): string {
  if (standard === null) return ''
  return `${standard.days} ${standard.kind === 'workingDays' ? 'working' : 'calendar'} days`
}
