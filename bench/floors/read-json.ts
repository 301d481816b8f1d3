import { readFileSync } from 'node:fs'
import { filesIn } from './files-in.ts'

// The least that reading a knowledge base can cost: walk its folder, read every file, JSON.parse its content.
const contents: unknown[] = []
for (const path of filesIn(process.argv[2] ?? '')) {
  contents.push(JSON.parse(readFileSync(path, 'utf8')))
}
process.stdout.write(`${contents.length} files\n`)
