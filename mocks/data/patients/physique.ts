/** Who the patient is, as far as normal values depend on it. */
export interface Physique {
  readonly ageYears: number
  readonly sex: 'female' | 'male'
}
