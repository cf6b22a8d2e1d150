import { type Hazard, type Risk, ratingOf, readHazards } from './hazard-log.ts'

/** docs/clinical-safety/hazard-log.md: a table for looking through, and each hazard with its controls and their proof. */
export function hazardLogDocument(): string {
  const hazards = readHazards()
  const open = hazards.filter(({ state }) => state === 'open')
  return `# Hazard log

Generated from \`docs/clinical-safety/hazards\` by \`npm run documents\`; a check fails when it is stale. Another fails when a
test named here is gone. H are the hazards known before the product was built, F those found while it was.

Risk goes from 1, acceptable, to 5, not acceptable (matrix of DCB0129). Of ${hazards.length} hazards ${open.length} are open: they wait
for a feature, and until it is there the product is not to be used where they matter.

| Hazard | | Risk before | Risk left | State |
|---|---|---|---|---|
${hazards.map(row).join('\n')}

${hazards.map(section).join('\n\n')}
`
}

function row({ id, title, initial, residual, state }: Hazard): string {
  return `| [${id}](#${anchorOf(id, title)}) | ${title} | ${ratingOf(initial)} | ${ratingOf(residual)} | ${state} |`
}

function section(hazard: Hazard): string {
  const { id, title, cause, effect, initial, controls, residual } = hazard
  const lines = [
    `- Cause: ${cause}`,
    `- Effect: ${effect}`,
    `- Risk before: ${riskText(initial)}`,
    `- Risk left: ${riskText(residual)}`,
    hazard.state === 'open' ? `- State: open. Waits for: ${hazard.waitsFor}` : '- State: controlled',
  ]
  const proofs = controls.flatMap(({ what, tests }) => [
    `- ${what}`,
    ...tests.map((test) => `  - \`${test.file}\`: ${escaped(test.title)}`),
  ])
  return [
    `## ${id}: ${title}`,
    '',
    ...lines,
    '',
    ...(proofs.length === 0
      ? ['No control is built yet.']
      : ['Controls, each with the tests that prove it:', '', ...proofs]),
  ].join('\n')
}

function riskText(risk: Risk): string {
  return `${ratingOf(risk)} (likelihood ${risk.likelihood.replace('-', ' ')}, severity ${risk.severity})`
}

/** Titles hold signs that Markdown would read. */
function escaped(title: string): string {
  return title.replace(/[*_<$]/g, '\\$&')
}

/** As readers of Markdown make it of a heading. */
function anchorOf(id: string, title: string): string {
  return `${id}: ${title}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')
}
