// npm start: installs and builds what is missing, then serves in this very process, so that signals and exit codes
// are the server's own. Plain JavaScript without packages, because it runs before any is there.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, requireNode, root } from './installation.mjs'

const say = (sentence) => process.stdout.write(`${sentence}\n`)

try {
  requireNode()
  process.chdir(root)
  await ensureInstalled(say)
  await ensureBuilt(say)
} catch (problem) {
  process.stderr.write(`${problem.message}\n`)
  process.exit(1)
}
stopWithNpm()
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href)

/** Asked to stop, npm ends the shell between us and itself; no signal comes through, only the parent changes. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
