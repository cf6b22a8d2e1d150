/**
 * ISO 3166-1 alpha-2 codes of the countries to whose sites patients can be referred from here. A trial with an open
 * site in one of them is offered as a candidate; every other trial stays in the catalogue.
 */
export const homeCountries: readonly string[] = ['GB']
