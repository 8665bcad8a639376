// Runs a script in a Node with options that must stand before it. An option that this Node does not know would end it
// before it could say anything, so they are tried first. Plain JavaScript, because it runs before any package is there.
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const attendant = fileURLToPath(new URL('attend.mjs', import.meta.url))
/** Not SIGHUP: heeding it would undo `nohup`, and without us the script stops by itself. */
const signals = ['SIGINT', 'SIGTERM']

/** The options that this Node starts with: all of them as a rule, which costs one short look. */
export function knownOptions(options) {
  return startsWith(options) ? options : options.filter((option) => startsWith([option]))
}

function startsWith(options) {
  return spawnSync(process.execPath, [...options, '--eval', ''], { stdio: 'ignore' }).status === 0
}

/**
 * Runs the script and ends as it ends, with its code or by its signal. What asks us to stop asks the script, by message:
 * Windows knows no signal that can be heeded. When we are killed, it stops by itself (attend.mjs).
 */
export function launch(script, args, options) {
  const known = knownOptions(options)
  const unknown = options.filter((option) => !known.includes(option))
  if (unknown.length > 0) {
    const names = unknown.join(' ')
    process.stderr.write(
      `Dieses Node.js (${process.version}) kennt ${names} nicht; Werkraum läuft ohne. / ` +
        `This Node.js does not know ${names}; Werkraum runs without.\n`,
    )
  }
  const child = spawn(process.execPath, [...process.execArgv, ...known, attendant, script, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  const stop = (signal) => child.connected && child.send(signal)
  for (const signal of signals) process.on(signal, stop)
  stopWithNpm(() => stop('SIGTERM'))
  child.once('exit', (code, signal) => {
    for (const each of signals) process.off(each, stop)
    if (signal && process.platform !== 'win32') process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}

/** Asked to stop, npm ends the shell between us and itself; no signal comes through, only the parent changes. */
function stopWithNpm(stop) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 250)
  watch.unref()
}
