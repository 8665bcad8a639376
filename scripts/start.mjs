// npm start: installs and builds what is missing, then serves. Plain JavaScript without packages, because it runs
// before any is there.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, requireNode, root } from './installation.mjs'
import { launch } from './launch.mjs'

const say = (sentence) => process.stdout.write(`${sentence}\n`)
/** What they are for stands in docs/operations.md. */
const options = JSON.parse(readFileSync(join(root, 'scripts', 'node-options.json'), 'utf8'))

try {
  requireNode()
  process.chdir(root)
  await ensureInstalled(say)
  await ensureBuilt(say)
} catch (problem) {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
}
launch(join(root, 'dist', 'server', 'main.js'), process.argv.slice(2), options)
