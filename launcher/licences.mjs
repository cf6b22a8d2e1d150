import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The part of package-lock.json that is read here. The lock names the licence that each package states.
 * @typedef {{ license?: string, dev?: boolean, version?: string }} LicensedPackage
 * @typedef {{ packages: Record<string, LicensedPackage> }} LicensedLock
 */

/** Licences that ask for no more than their notice, so that whoever runs or passes on the service owes nothing else. */
const permissive = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT']

/** Of tools that only build and test: what they ask for concerns changes to themselves. */
const ofTools = [...permissive, 'MPL-2.0', 'Python-2.0']

/** Packages whose licence has no SPDX name, with the licence as it was read. */
const readByHand = new Map([
  // Units for the second interpreter in the tests: BSD terms with the notices of UCUM. Not part of the service.
  ['node_modules/@lhncbc/ucum-lhc', { stated: 'SEE LICENSE IN LICENSE.md', isToolOnly: true }],
])

/**
 * One line for each package whose licence is not on the list; an empty list where all are.
 * @param {LicensedLock} lock
 * @param {(place: string) => string | undefined} installedLicence what the installed package itself states
 * @returns {string[]}
 */
export function findRefusedLicences(lock, installedLicence = () => undefined) {
  return Object.entries(lock.packages).flatMap(([place, { license, dev = false, version }]) => {
    if (place === '') return []
    const stated = installedLicence(place) ?? license
    const known = readByHand.get(place)
    if (known !== undefined && known.stated === stated && (dev || !known.isToolOnly)) return []
    if (isAllowed(stated ?? '', dev ? ofTools : permissive)) return []
    return [
      `${place}@${version} has the licence "${stated ?? 'none stated'}"${dev ? '' : ' and is part of the service'}`,
    ]
  })
}

/**
 * What an installed package states, or nothing where it is not installed, as those for other systems are not.
 * @param {string} root
 */
export function readInstalledLicence(root) {
  return (/** @type {string} */ place) => {
    const file = join(root, place, 'package.json')
    if (!existsSync(file)) return undefined
    /** @type {{ license?: unknown }} */
    const { license } = JSON.parse(readFileSync(file, 'utf8'))
    return typeof license === 'string' ? license : undefined
  }
}

/**
 * Reads an SPDX expression of one level: of "or" one has to be allowed, of "and" all.
 * @param {string} expression
 * @param {readonly string[]} allowed
 */
function isAllowed(expression, allowed) {
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((name) => allowed.includes(name)))
}
