// npm run demo: a server with the large sample workshop on this machine only; everything goes when it stops.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt, ensureInstalled, requireNode, root } from './installation.mjs'
import { launch } from './launch.mjs'

/** Help and wrong words are answered at once by what was built before. */
const words = process.argv.slice(2)
const program = join(root, 'dist', 'server', 'demo-command.js')
const isQuestion = words.length > 0 && existsSync(program)
const say = (sentence) => process.stdout.write(`${sentence}\n`)
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
