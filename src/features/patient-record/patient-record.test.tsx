import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { HttpResponse, http } from 'msw/http'
import { describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { orderingRule } from '#domain/eligibility/ordering-rule.ts'
import { expectAccessible } from '../../../tests/support/expect-accessible.ts'
import { servePatientRecord } from '../../../tests/support/serve-patient-record.tsx'
import { fits, id, jane, needsData, verdicts } from './sample-record.ts'

type Schemas = components['schemas']

const { server, shown, open, card } = servePatientRecord()

describe('the page of a patient', () => {
  it('says who it is about, and names nobody in the title of the browser', async () => {
    open()
    const banner = within(await screen.findByRole('region', { name: 'Patient' }))
    expect(banner.getByText('SMITH, Jane (Ms)')).toBeVisible()
    expect(banner.getByText('05-Mar-1962 (64y)')).toBeVisible()
    expect(banner.getByText('999 000 0018')).toBeVisible()
    await waitFor(() => expect(document.title).toMatch(/^Patient - /))
    expect(document.title).not.toMatch(/Smith/i)
  })

  it('shows each value with date, source and author, and what is out of date or missing', async () => {
    const { container } = open()
    const row = within(await screen.findByRole('row', { name: /ECOG/ }))
    expect(row.getByText('30-Aug-2026')).toBeVisible()
    expect(row.getByText('Out of date')).toBeVisible()
    expect(row.getByText('80 days old; good for 28 days', { exact: false })).toBeVisible()
    expect(row.getByText('Clinic letter')).toBeVisible()
    expect(row.getByText('Dr Alex Moor')).toBeVisible()
    expect(screen.getByText('Laboratory results:').parentElement).toHaveTextContent('nothing recorded')
    expect(screen.getByText('Chordoma (Needs histology code)')).toBeVisible()
    await expectAccessible(container)
  })

  it('marks a value that another of the same day stands before', async () => {
    const [ecog] = jane.items
    if (ecog === undefined) throw new Error('The sample has no value.')
    shown.patient = {
      ...jane,
      items: [
        { ...ecog, itemId: 'later', valueText: '2' },
        { ...ecog, itemId: 'earlier', isOvertaken: true },
      ],
    }
    open()
    const [counts, overtaken] = (await screen.findAllByRole('row', { name: /ECOG/ })).map((row) => within(row))
    expect(overtaken?.getByText('Does not count').parentElement).toHaveTextContent(
      'what was recorded later stands against it or in its place',
    )
    expect(counts?.queryByText('Does not count')).toBeNull()
  })

  it('says in short what the trials rest on, and on a narrow screen who cares for the patient on request', async () => {
    shown.patient = { ...jane, consultant: 'Dr Ada Stone', otherCancerTypes: [{ cancerTypeId: 'x', name: 'Sarcoma' }] }
    open()
    const summary = within(await screen.findByRole('complementary', { name: 'Summary' }))
    const facts = summary.getAllByRole('definition').map(({ textContent }) => textContent)
    expect(facts).toEqual([
      'Chordoma (Needs histology code)',
      'Sarcoma',
      'Biomarkers',
      expect.stringMatching(/^Rare cancer team, since 05-Jan-2026 /),
      'Dr Ada Stone',
      'Northmoor Demonstration Hospital',
      'None',
    ])
    expect(summary.getByRole('link', { name: 'Recorded values' })).toHaveAttribute('href', '#recorded-values')
    const rest = summary.getByRole('button', { name: 'Referrals (0), care team, consultant and hospital' })
    expect(rest).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(rest)
    expect(rest).toHaveAttribute('aria-expanded', 'true')
  })

  it('offers no trial to somebody who has died', async () => {
    shown.patient = { ...jane, diedOn: '2026-11-01' }
    open()
    expect(await screen.findByRole('heading', { name: /This patient has died/ })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Candidate trials' })).toBeNull()
    expect(screen.queryByRole('navigation', { name: 'Trials by outcome' })).toBeNull()
  })

  it('shows a failure as a failure', async () => {
    const missing = { type: 'urn:problem:not-found', title: 'No such patient', status: 404, detail: 'None is yours.' }
    server.use(http.get('*/api/patients/:patientId', () => HttpResponse.json(missing, { status: 404 })))
    open()
    expect(await screen.findByRole('alert')).toHaveTextContent('No such patient')
  })
})

describe('candidate trials', () => {
  it('stand in groups, best first, with the rule of their order', async () => {
    open()
    await screen.findByText(/On the data held on .*\. Open at your own hospital first, then fewest not known\.$/)
    const groups = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(groups).toEqual([
      'No criteria failed on the data held (1)',
      'Needs data (1)',
      'Not matched on the data held',
    ])
    expect(screen.getByText('Not matched on the data held (1)')).toBeVisible()
    expect(screen.getByText(/The condition of 7 open trials leads to no cancer type/)).toBeVisible()
  })

  it('say once that trials checked in full come first, as the rule of the order says it', async () => {
    shown.list = { ...shown.list, orderingRule: orderingRule(null) }
    open()
    const sentence = await screen.findByText(/then trials open at your own site/)
    expect(sentence.textContent.match(/\bfirst\b|\bafter\b|\bin full\b|by software/g)).toEqual(['by software', 'first'])
  })

  it('with criteria that software did not check stand after the others, closed when there are many', async () => {
    const imported = (last: string) => ({
      ...fits,
      trialId: id(last),
      title: `Imported trial ${last}`,
      hasTextToRead: true,
      criteria: { met: 0, notMet: 0, unknown: 0, toRead: 38, setByClinician: 0 },
    })
    shown.list = { ...shown.list, candidates: [needsData, imported('41'), imported('42'), imported('43')] }
    const { unmount } = open()
    const title = await screen.findByText('Criteria to read: 3 trials')
    expect(title.closest('details')).toHaveAttribute('open')
    const cards = screen.getAllByRole('article').map((article) => within(article).getByRole('heading').textContent)
    expect(cards.slice(0, 2)).toEqual(['Brachyury trial', 'Imported trial 41'])
    unmount()
    shown.list = { ...shown.list, candidates: [...shown.list.candidates, imported('44')] }
    open()
    expect((await screen.findByText('Criteria to read: 4 trials')).closest('details')).not.toHaveAttribute('open')
  })

  it('say on the closed card what is not known and where the nearest open site is', async () => {
    open()
    const trial = await card('Brachyury trial')
    expect(trial.getByText('3 items not known: ECOG, platelets, HER2')).toBeVisible()
    expect(trial.getByText('1 criterion met, 1 not met, 2 not known, 0 to read')).toBeVisible()
    expect(trial.getByText('Nearest open site: Near Hospital, Nearby, 8 miles from your hospital')).toBeVisible()
    const sites = trial.getAllByText(/Hospital.*: /).map(({ textContent }) => textContent)
    expect(sites.at(-1)).toBe(
      'Somewhere Hospital, distance not known: Not known, does not take referrals through this service',
    )
  })

  it('say of a site that has not said so itself that it is not confirmed open, and prefer one that has', async () => {
    const silent = needsData.sites.map((each) => ({ ...each, isStatusStated: false }))
    const mixed = needsData.sites.map((each) => ({ ...each, isStatusStated: each.name === 'Far Hospital' }))
    shown.list = {
      ...shown.list,
      candidates: [
        { ...needsData, sites: silent },
        { ...fits, sites: mixed },
      ],
    }
    open()
    const trial = await card('Brachyury trial')
    expect(
      trial.getByText('Nearest site, not confirmed open: Near Hospital, Nearby, 8 miles from your hospital'),
    ).toBeVisible()
    expect(trial.getByText('Near Hospital, Nearby, 8 miles: Trial open, site not confirmed')).toBeInTheDocument()
    expect(trial.queryByText(/: Open/)).toBeNull()
    const other = await card('Proton trial')
    expect(other.getByText('Nearest open site: Far Hospital, Farport, 127 miles from your hospital')).toBeVisible()
  })

  it('call no site the nearest whose distance is not known', async () => {
    const nowhere = needsData.sites.map((each) => ({ ...each, distanceKm: null, isStatusStated: false }))
    shown.list = { ...shown.list, candidates: [{ ...needsData, sites: nowhere }] }
    open()
    const trial = await card('Brachyury trial')
    expect(trial.getByText('Site, not confirmed open: Far Hospital, Farport, distance not known')).toBeVisible()
    expect(trial.queryByText(/Nearest/)).toBeNull()
  })

  it('never call the patient eligible', async () => {
    const { container } = open()
    await screen.findByRole('heading', { name: 'Candidate trials' })
    expect(container.textContent).not.toMatch(/eligible/i)
  })

  it('say so when there is none', async () => {
    shown.list = { ...shown.list, candidates: [], notMatched: [], unmappedTrials: 0 }
    open()
    expect(await screen.findByRole('heading', { name: 'No open trial is known for this cancer type' })).toBeVisible()
  })
})

describe('why a trial fits or not', () => {
  const why = async () => {
    const trial = await card('Brachyury trial')
    const button = trial.getByRole('button', { name: /^Why: 4 criteria/ })
    expect(button).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(button)
    return trial
  }

  it('is one click away: every criterion in the words of the protocol beside its verdict and evidence', async () => {
    const { container } = open()
    const trial = await why()
    const row = within(await trial.findByRole('row', { name: /Platelets >= 100/ }))
    expect(row.getByText('Not met')).toBeVisible()
    expect(row.getByText('Rule: Platelets at least 100 ×10⁹/L')).toBeVisible()
    expect(row.getByText('Platelets 82 ×10⁹/L on 03-Nov-2026 is below the limit of 100.')).toBeVisible()
    expect(row.getByText('Not stated')).toBeVisible()
    expect(trial.getByRole('button', { name: /^Hide why/ })).toHaveAttribute('aria-expanded', 'true')
    await expectAccessible(container)
  })

  it('begins with what stops, then what is not known, then what has to be read', async () => {
    open()
    const trial = await why()
    await trial.findByRole('row', { name: /ECOG 0 or 1/ })
    const marks = within(trial.getByRole('table', { name: 'Criteria one by one' }))
      .getAllByRole('row')
      .map((row) => row.querySelector('.app-verdict')?.textContent)
    expect(marks).toEqual([undefined, 'Not met', 'Not known', 'To read'])
    const toRead = within(trial.getByRole('row', { name: /would make participation unsafe/ }))
    expect(toRead.getByText('Nobody has written a rule: read the wording')).toBeVisible()
  })

  it('of a trial without any rule shows kind and wording only, and says once that they are to be read', async () => {
    const unread = verdicts.map((each) => ({
      ...each,
      ruleText: null,
      appliesTo: null,
      verdict: 'unknown' as const,
      reason: 'toRead' as const,
    }))
    shown.verdict = { ...shown.verdict, criteria: unread }
    open()
    const trial = await why()
    const table = within(await trial.findByRole('table', { name: 'Criteria to read' }))
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Protocol wording',
      'Kind',
      'Clinician',
    ])
    expect(table.getAllByRole('row')).toHaveLength(5)
    expect(trial.getAllByText(/To read/)).toHaveLength(1)
  })

  it.each([
    ['met', 'Exclusion, does not apply'],
    ['notMet', 'Exclusion, applies'],
    ['unknown', 'Exclusion'],
  ] as const)('says of an exclusion that is %s: "%s"', async (verdict, text) => {
    const exclusion: Schemas['CriterionVerdict'] = {
      criterionId: 'E2',
      kind: 'exclusion',
      class: 'hard',
      headings: ['Prior therapy:'],
      text: 'Previous radiotherapy',
      ruleText: 'radiotherapy',
      appliesTo: null,
      verdict,
      reason: 'decided',
      sentences: [],
      otherParts: [],
      cohort: null,
      basis: 'as shown',
      override: null,
    }
    shown.verdict = { ...shown.verdict, criteria: [exclusion] }
    open()
    const trial = await why()
    expect(await trial.findByText(text)).toBeVisible()
    expect(trial.getByText('Rule: radiotherapy')).toBeVisible()
    const headers = trial.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(headers).toEqual(['Verdict', 'Protocol wording', 'On the data held'])
  })

  it('that cannot be loaded says so in the card and asks again on request', async () => {
    server.use(http.get('*/api/patients/:patientId/trials/:trialId', () => HttpResponse.error(), { once: true }))
    open()
    const trial = await why()
    expect(await trial.findByRole('alert')).toHaveTextContent('The service could not be reached')
    await userEvent.click(trial.getByRole('button', { name: 'Try again' }))
    expect(
      await trial.findByText('ECOG 1 on 30-Aug-2026 (Clinic letter) is 80 days old; usual limit: 28 days'),
    ).toBeVisible()
  })

  it('of one patient is never shown to another', async () => {
    const { router } = open()
    const sentence = 'ECOG 1 on 30-Aug-2026 (Clinic letter) is 80 days old; usual limit: 28 days'
    await (await why()).findByText(sentence)
    shown.patient = { ...jane, patientId: id('02'), name: { familyName: 'Other', givenName: 'Ann', title: null } }
    await router.navigate(`/patients/${id('02')}`)
    expect(await screen.findByText('OTHER, Ann')).toBeVisible()
    expect(screen.queryByText(sentence)).toBeNull()
  })
})
