/**
 * What every npm script calls: `node launcher/run.mjs TASK [ARGUMENTS]`.
 * It runs on the system's Node 20 before anything is installed, so it imports nothing but Node itself.
 */
import process from 'node:process'
import { say } from './say.mjs'
import { tasks } from './tasks.mjs'

const [name = '', ...args] = process.argv.slice(2)
const task = tasks[name]

if (task === undefined) {
  say(`There is no task "${name}". Choose one of: ${Object.keys(tasks).join(', ')}.`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await task(args)
  } catch (error) {
    say(`✗ ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
