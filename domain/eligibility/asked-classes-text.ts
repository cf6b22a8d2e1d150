import { factNameInside } from './fact-name.ts'
import { otherAnticancerDrugs } from './treatment-class-members.ts'
import { listed } from './word-list.ts'

/** "platinum or taxane". The long list of all drugs beside immunotherapy is said in the words of protocols. */
export function askedClassesText(classes: readonly string[]): string {
  const isAllOthers = otherAnticancerDrugs.every((name) => classes.includes(name))
  const named = isAllOthers ? classes.filter((name) => !otherAnticancerDrugs.includes(name)) : classes
  const others = isAllOthers ? ['drug treatment other than immunotherapy'] : []
  return listed([...named.map(factNameInside), ...others], 'or')
}
