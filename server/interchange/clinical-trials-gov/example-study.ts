/** A complete, invented registry record in the form of ClinicalTrials.gov API v2, for tests. */
export const exampleStudy = {
  protocolSection: {
    identificationModule: {
      nctId: 'NCT09990001',
      orgStudyIdInfo: { id: 'EX-SARC-01' },
      secondaryIdInfos: [
        { id: '2030-500001-11-00', type: 'CTIS' },
        { id: 'R-77', type: 'OTHER', domain: 'Example Fund' },
      ],
      organization: { fullName: 'Example Trials Unit', class: 'OTHER' },
      briefTitle: 'Examplinib in Leiomyosarcoma',
      officialTitle: 'A Phase 1/2 Trial of Examplinib in Adults With Leiomyosarcoma',
      acronym: 'EXSARC',
    },
    statusModule: {
      overallStatus: 'RECRUITING',
      startDateStruct: { date: '2029-05', type: 'ACTUAL' },
      primaryCompletionDateStruct: { date: '2032-12-31', type: 'ESTIMATED' },
      completionDateStruct: { date: '2034', type: 'ESTIMATED' },
      studyFirstPostDateStruct: { date: '2029-03-04', type: 'ACTUAL' },
      lastUpdatePostDateStruct: { date: '2030-02-11', type: 'ACTUAL' },
    },
    sponsorCollaboratorsModule: { leadSponsor: { name: 'Example Trials Unit', class: 'OTHER' } },
    descriptionModule: { briefSummary: 'Whether examplinib shrinks tumours.', detailedDescription: 'Two parts.' },
    conditionsModule: { conditions: ['Leiomyosarcoma'], keywords: ['sarcoma'] },
    designModule: {
      studyType: 'INTERVENTIONAL',
      phases: ['PHASE1', 'PHASE2'],
      enrollmentInfo: { count: 120, type: 'ESTIMATED' },
    },
    armsInterventionsModule: {
      armGroups: [
        { label: 'Part A', type: 'EXPERIMENTAL', description: 'Rising doses', interventionNames: ['Drug: Examplinib'] },
      ],
      interventions: [
        {
          type: 'DRUG',
          name: 'Examplinib',
          description: 'Tablet once a day',
          armGroupLabels: ['Part A'],
          otherNames: ['EX-1'],
        },
      ],
    },
    eligibilityModule: {
      eligibilityCriteria:
        'Inclusion Criteria:\n\n* Proven leiomyosarcoma\n* Platelets \\>= 100 x 10\\^9/L\n\nExclusion Criteria:\n\n* Pregnancy',
      healthyVolunteers: false,
      sex: 'FEMALE',
      minimumAge: '16 Years',
      maximumAge: '75 Years',
    },
    contactsLocationsModule: {
      centralContacts: [
        { name: 'Trial Office', role: 'CONTACT', phone: '0000 000000', phoneExt: '12', email: 'trial@example.org' },
      ],
      overallOfficials: [{ name: 'Dr A. Example', affiliation: 'Example Hospital', role: 'PRINCIPAL_INVESTIGATOR' }],
      locations: [
        {
          facility: 'Example Hospital',
          status: 'RECRUITING',
          city: 'Exampleton',
          state: 'Exampleshire',
          zip: 'EX1 1EX',
          country: 'United Kingdom',
          contacts: [{ name: 'Nurse Example', role: 'CONTACT', phone: '0000 000001' }],
          geoPoint: { lat: 51.5, lon: -0.12 },
        },
        { facility: 'Clinique Exemple', city: 'Lyon', country: 'France' },
      ],
    },
  },
  derivedSection: { miscInfoModule: { versionHolder: '2030-03-01' } },
  hasResults: false,
}

/** The example with fields of its modules replaced; `undefined` takes a field away. */
export function exampleStudyWith(modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>): unknown {
  const protocol: Readonly<Record<string, object>> = exampleStudy.protocolSection
  const changed = Object.entries(modules).map(([name, fields]) => [name, { ...protocol[name], ...fields }])
  return { ...exampleStudy, protocolSection: { ...protocol, ...Object.fromEntries(changed) } }
}
