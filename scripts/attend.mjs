// The inner half of launch.mjs: runs a script that stops when the launcher says so, or is no longer there.
import { constants } from 'node:os'
import { pathToFileURL } from 'node:url'

const [script] = process.argv.splice(2, 1)
process.argv[1] = script

process.on('message', stop)
process.on('disconnect', () => stop('SIGTERM'))
// Listening alone keeps nothing alive
process.channel?.unref()

process.setSourceMapsEnabled(true)
await import(pathToFileURL(script).href)

/** As if the signal had come from outside: who listens decides, and where nobody does it is the end. */
function stop(signal) {
  if (!process.emit(signal, signal)) process.exit(128 + constants.signals[signal])
}
