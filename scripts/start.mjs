// npm start: installs and builds what is missing, then serves. Plain JavaScript without packages, because it runs
// before any is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, requireNode, root } from './installation.mjs'
import { launch } from './launch.mjs'

const say = (sentence) => process.stdout.write(`${sentence}\n`)
/** What they are for stands in docs/operations.md. */
const words = process.argv.slice(2)
const program = join(root, 'dist', 'server', 'main.js')
/** Help and wrong words are answered at once by what was built before; nobody waits for a build to be refused. */
const isQuestion = words.length > 0 && existsSync(program)
const options = JSON.parse(readFileSync(join(root, 'scripts', 'node-options.json'), 'utf8'))

try {
  requireNode()
  process.chdir(root)
  if (!isQuestion) {
    await ensureInstalled(say)
    await ensureBuilt(say)
  }
} catch (problem) {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
}
launch(program, words, options)
