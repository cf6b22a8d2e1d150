import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedDocuments } from './generated-documents.ts'
import { projectRoot } from './project-files.ts'

for (const [path, document] of Object.entries(generatedDocuments)) {
  writeFileSync(join(projectRoot, path), document())
  console.log(`Wrote ${path}`)
}
