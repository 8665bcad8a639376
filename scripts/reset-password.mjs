// npm run reset-password: the built program's command, after installing and building what is missing.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, ensureInstalled, requireNode, root } from './installation.mjs'

const say = (sentence) => process.stderr.write(`${sentence}\n`)

requireNode()
await ensureInstalled(say)
await ensureBuilt(say)
await import(pathToFileURL(join(root, 'dist', 'server', 'reset-password-command.js')).href)
