import { plainShape, type ValueShape } from './value-shape.ts'

/** Groups by staging system: UICC TNM 8th edition, FIGO, ENSAT, Ann Arbor (Lugano), Masaoka-Koga, INRG. */
export const stageShapes: ReadonlyMap<string, ValueShape> = new Map([
  [
    'TNM8',
    plainShape(
      ...['0', 'I', 'IA', 'IB', 'IC', 'II', 'IIA', 'IIB', 'IIC', 'III', 'IIIA', 'IIIB', 'IIIC', 'IIID'],
      ...['IV', 'IVA', 'IVB', 'IVC'],
    ),
  ],
  [
    'FIGO',
    plainShape(
      ...['I', 'IA', 'IB', 'IC', 'II', 'IIA', 'IIB', 'IIC', 'III', 'IIIA', 'IIIB', 'IIIC', 'IV', 'IVA', 'IVB', 'IVC'],
    ),
  ],
  ['ENSAT', plainShape('I', 'II', 'III', 'IV')],
  ['AnnArbor', plainShape('I', 'II', 'III', 'IV')],
  ['MasaokaKoga', plainShape('I', 'IIA', 'IIB', 'III', 'IVA', 'IVB')],
  ['INRG', plainShape('L1', 'L2', 'M', 'MS')],
])

/** The categories that TNM is made of. X: looked for and not to be told. */
export const tnmShapes: Readonly<Record<'t' | 'n' | 'm', ValueShape>> = {
  t: plainShape(
    ...['TX', 'T0', 'Tis', 'T1', 'T1a', 'T1b', 'T1c', 'T2', 'T2a', 'T2b', 'T2c', 'T2d', 'T3', 'T3a', 'T3b', 'T3c'],
    ...['T3d', 'T4', 'T4a', 'T4b', 'T4c', 'T4d', 'T4e'],
  ),
  n: plainShape('NX', 'N0', 'N1', 'N1a', 'N1b', 'N1c', 'N2', 'N2a', 'N2b', 'N2c', 'N3', 'N3a', 'N3b', 'N3c'),
  m: plainShape('M0', 'M1', 'M1a', 'M1b', 'M1c', 'M1d'),
}
