/**
 * NHS Data Dictionary ethnic category (2001 set) with its share here: Z (not stated) 4 % and 99 (not known) 9 %, the rest
 * roughly as in England.
 */
export const ethnicCategories: readonly { readonly code: string; readonly weight: number }[] = [
  { code: 'A', weight: 62 },
  { code: 'B', weight: 1.5 },
  { code: 'C', weight: 5 },
  { code: 'D', weight: 0.8 },
  { code: 'E', weight: 0.5 },
  { code: 'F', weight: 0.7 },
  { code: 'G', weight: 0.6 },
  { code: 'H', weight: 3 },
  { code: 'J', weight: 2.8 },
  { code: 'K', weight: 1.1 },
  { code: 'L', weight: 1.6 },
  { code: 'M', weight: 1.4 },
  { code: 'N', weight: 2.4 },
  { code: 'P', weight: 0.6 },
  { code: 'R', weight: 1.2 },
  { code: 'S', weight: 1.8 },
  { code: 'Z', weight: 4 },
  { code: '99', weight: 9 },
]
