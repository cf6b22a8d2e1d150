/** ISO 3166-1 alpha-2 codes of the countries to whose sites patients are referred. */
export const homeCountries: readonly string[] = ['GB']
