import { describe, expect, test } from 'vitest'
import { byUrgency, describeRecruitingSite, describeRecruitment } from './describe-recruitment.ts'
import { monthlyActuals } from './monthly-actual.ts'
import { summariseTrial } from './summarise-trial.ts'

const site = { siteId: 's', name: 'Northmere', recruitmentStatus: 'open', openedOn: '2026-01-05' } as const
const rowsOf = (returns: readonly (readonly [month: string, recruited: number])[], enrolledOn: readonly string[]) =>
  monthlyActuals({
    sites: [{ siteId: 's', opensOn: '2026-01-05', closedOn: null }],
    returns: returns.map(([month, recruited]) => ({ siteId: 's', month, recruited })),
    enrolments: enrolledOn.map((on) => ({ siteId: 's', enrolledOn: on })),
    asOf: '2026-04-15',
  })

describe('the difference of a site', () => {
  test('compares only the months that were returned', () => {
    const row = describeRecruitingSite(site, rowsOf([['2026-01', 2]], ['2026-01-20', '2026-03-02', '2026-03-09']))
    expect(row).toMatchObject({
      recruited: 4,
      fromReturns: 2,
      fromReferrals: 3,
      difference: 1,
      lastReturnMonth: '2026-01',
    })
  })

  test('is not known without any return, and none where both agree', () => {
    expect(describeRecruitingSite(site, rowsOf([], ['2026-03-02'])).difference).toBeNull()
    expect(describeRecruitingSite(site, rowsOf([['2026-03', 1]], ['2026-03-02'])).difference).toBe(0)
  })
})

test('the trial furthest behind comes first, and one without a rating last', () => {
  const named = (title: string, target: number | null, enrolled: number) =>
    describeRecruitment(
      { trialId: title, registryId: title, title, recruitmentStatus: 'open', cancerTypeIds: [] },
      summariseTrial(
        {
          sites: [{ siteId: 's', opensOn: '2025-01-01', closedOn: null }],
          returns: [{ siteId: 's', month: '2025-02', recruited: enrolled }],
          enrolments: [],
          targets:
            target === null
              ? []
              : [{ target, opensOn: '2025-01-01', plannedCloseOn: '2027-01-01', agreedOn: '2025-01-01' }],
        },
        '2026-01-01',
      ),
    )
  const rows = [
    named('no target', null, 3),
    named('on time', 40, 25),
    named('far behind', 40, 2),
    named('behind', 40, 5),
  ]
  expect(rows.toSorted(byUrgency).map(({ title }) => title)).toEqual(['far behind', 'behind', 'on time', 'no target'])
})
