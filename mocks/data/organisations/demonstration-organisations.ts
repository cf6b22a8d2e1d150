import type { DemonstrationOrganisation } from '../demonstration-data.ts'
import { stableId } from '../random/stable-id.ts'

/** Twelve invented organisations. The names of the places are invented too; the positions lie in the region stated. */
export const demonstrationOrganisations: readonly DemonstrationOrganisation[] = [
  place('ZZ001', 'Northmoor University Hospitals', 'Northmoor', 'North East and Yorkshire', 54.88, -1.82),
  place('ZZ002', 'Eastholm Cancer Centre', 'Eastholm', 'London', 51.55, -0.06),
  place('ZZ003', 'Wexleigh Teaching Hospitals', 'Wexleigh', 'Midlands', 52.58, -1.93),
  place('ZZ004', 'Saltmere Royal Hospital', 'Saltmere', 'North West', 53.62, -2.51),
  place('ZZ005', 'Thornwick Hospitals', 'Thornwick', 'South West', 51.21, -2.74),
  place('ZZ006', 'Fenbridge University Hospital', 'Fenbridge', 'East of England', 52.31, 0.22),
  place('ZZ007', 'Downsea General Hospital', 'Downsea', 'South East', 50.91, -0.31),
  place('ZZ008', 'Kirkhollow Hospitals', 'Kirkhollow', 'North East and Yorkshire', 53.71, -1.43),
  place('ZZ009', 'Larkfield Children’s Hospital', 'Larkfield', 'Midlands', 52.93, -1.22),
  place('ZZ010', 'Tidewell Hospital', 'Tidewell', 'South West', 50.47, -4.02),
  place('ZZ011', 'Oakhaven Hospitals', 'Oakhaven', 'South East', 51.72, -1.31),
  place('ZZ012', 'Brackenford Hospital', 'Brackenford', 'North West', 54.02, -2.73),
]

/** The organisation with this code. Throws RangeError for a code that is not in the list. */
export function organisationByCode(code: string): DemonstrationOrganisation {
  const organisation = demonstrationOrganisations.find((candidate) => candidate.code === code)
  if (!organisation) {
    throw new RangeError(`No demonstration organisation has the code "${code}": use ZZ001 to ZZ012.`)
  }
  return organisation
}

function place(
  code: string,
  name: string,
  city: string,
  region: string,
  latitude: number,
  longitude: number,
): DemonstrationOrganisation {
  const organisationId = stableId(`organisation/${code}`)
  return { organisationId, code, name: `${name} (fictional)`, city, region, latitude, longitude }
}
