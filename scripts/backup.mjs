// npm run backup | npm run restore: the built program's command, after installing and building what is missing.
import { pathToFileURL } from 'node:url'
import { ensureProgram } from './installation.mjs'

await import(pathToFileURL(await ensureProgram('backup-command.js', process.argv.slice(2))).href)
