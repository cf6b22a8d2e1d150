import { fileURLToPath } from 'node:url'

/** The folder that holds package.json; every step runs there, wherever npm was called from. */
export const projectRoot = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '')
