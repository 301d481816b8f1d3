import { statSync } from 'node:fs'
import { filesIn } from './files-in.ts'

// The least that it can cost to see that nothing has changed: walk the folder, and stat every file.
let bytes = 0
for (const path of filesIn(process.argv[2] ?? '')) bytes += statSync(path).size
process.stdout.write(`${bytes} bytes\n`)
