/** The programs that the checks run, each by the file that Node starts, so that no shell and no PATH is involved. */
export const viteProgram = 'node_modules/vite/bin/vite.js'
export const vitestProgram = 'node_modules/vitest/vitest.mjs'
export const biomeProgram = 'node_modules/@biomejs/biome/bin/biome'
export const typescriptProgram = 'node_modules/typescript/bin/tsc'
export const openapiTypescriptProgram = 'node_modules/openapi-typescript/bin/cli.js'
export const playwrightProgram = 'node_modules/@playwright/test/cli.js'
