/**
 * The part of package-lock.json, and of the copy npm keeps of what it installed, that is read here.
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 */

/**
 * Places in node_modules where the lock names a package that is absent or has another version.
 * Optional packages (those of other platforms) may be absent, never different.
 * @param {Lock} lock
 * @param {Lock} installed
 * @returns {string[]}
 */
export function findMissingPackages(lock, installed) {
  return Object.entries(lock.packages).flatMap(([place, wanted]) => {
    if (place === '') return []
    const present = installed.packages[place]
    if (present === undefined) return wanted.optional || wanted.devOptional ? [] : [place]
    return present.version === wanted.version ? [] : [place]
  })
}

/**
 * Optional dependencies that the lock's packages name but the lock does not hold. A registry that lacks a platform's
 * package makes `npm install` write such a lock without a word, and `npm ci` refuses it afterwards.
 * @param {Lock} lock
 * @returns {string[]} one line for each: who names it, and what is missing
 */
export function findGapsInLock(lock) {
  const held = new Set(Object.keys(lock.packages).map((place) => place.split('node_modules/').pop()))
  return Object.entries(lock.packages).flatMap(([place, { version, optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held.has(name))
      .map(
        (name) =>
          `${place === '' ? 'package.json' : `${place}@${version}`} names ${name}, which package-lock.json lacks`,
      ),
  )
}
