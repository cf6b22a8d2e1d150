import process from 'node:process'

/** @type {((text: string) => void)[]} */
const listeners = []

/** Prints one line. @param {string} line */
export function say(line) {
  relay(`${line}\n`)
}

/** Passes on text that a step printed, unchanged. @param {string} text */
export function relay(text) {
  process.stdout.write(text)
  for (const listener of listeners) listener(text)
}

/** From now on the listener also receives everything that is printed. @param {(text: string) => void} listener */
export function alsoTell(listener) {
  listeners.push(listener)
}
