// What has to be there before anything can run: packages and the built program. Both are left alone when they are
// already right, so that the second start costs nothing. Plain JavaScript, because it runs before any package exists.
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

const minimumNode = [20, 19]
/** As in server/adapters/sqlite/driver.ts: SQLite for Node 20 is compiled, that for all later ones brings its binary. */
const isNode20 = Number(process.versions.node.split('.')[0]) < 22
const sqlite = isNode20 ? 'better-sqlite3-for-node-20' : 'better-sqlite3'

const couldNotCompile =
  'The database for Node.js 20 could not be compiled: that takes python3, make and g++. ' +
  'With the current LTS version of Node.js nothing has to be compiled.'

/** Throws with a sentence for people when this Node is too old. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return
  throw new Error(
    `Werkraum needs Node.js ${minimumNode.join('.')} or newer; this is ${process.versions.node}. ` +
      'Install the current LTS version and start again.',
  )
}

/**
 * Installs the pinned packages unless exactly those are already there, and compiles what this Node needs compiled. No
 * package runs a script on installing: on all Nodes but 20 that would compile, or try to, what nobody loads.
 */
export async function ensureInstalled(say) {
  if (!isInstalled()) {
    say('Installing packages (the first time takes one to four minutes) …')
    await npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  }
  if (isNode20 && !isMadeForThisNode()) {
    say(`Compiling the database for Node.js ${process.versions.node} (up to two minutes) …`)
    await npm('rebuild', sqlite, '--loglevel=error')
    // npm is content when an optional package could not be compiled
    if (!isMadeForThisNode()) throw new Error(couldNotCompile)
  }
}

/** Through its shell on Windows, where npm is a script. */
const npm = (...args) => run('npm', args, { env: installEnvironment(), shell: process.platform === 'win32' })

/** What was compiled for another Node, or not at all, cannot be loaded. */
function isMadeForThisNode() {
  try {
    const Database = createRequire(join(root, 'package.json'))(sqlite)
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/** npm notes what it installed in node_modules/.package-lock.json; optional packages may rightly be missing there. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) =>
      path === '' || peer || present[path]?.version === version || (optional && !isSqlite(path)),
  )
}

const isSqlite = (path) => path === `node_modules/${sqlite}`

function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null
}

/**
 * What is compiled is compiled by and for the running Node: it comes first on the path, and headers beside it go before
 * those that npm is configured with, which may be another Node's. They also spare a download that may be blocked.
 */
export function installEnvironment(env = process.env, node = process.execPath) {
  const folder = dirname(node)
  const prefix = resolve(folder, '..')
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const own = { ...env, [pathName]: [folder, env[pathName]].filter(Boolean).join(delimiter) }
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'))
  return hasHeaders ? { ...own, npm_config_nodedir: prefix } : own
}

/**
 * A command that needs no client: its path, after installing and building what is missing. Help is answered at once by
 * what was built before. What cannot be done ends the process with a sentence.
 */
export async function ensureProgram(name, words) {
  const program = join(root, 'dist', 'server', name)
  const say = (sentence) => process.stderr.write(`${sentence}\n`)
  try {
    requireNode()
    if (words.some((word) => word.startsWith('-')) && existsSync(program)) return program
    await ensureInstalled(say)
    await ensureBuilt(say, ['server'])
    return program
  } catch (problem) {
    say(problem.message)
    process.exit(1)
  }
}

const commonInputs = ['shared', 'package-lock.json', 'package.json', 'tsconfig.json']
const builds = [
  {
    name: 'client',
    sentence: 'Building the client (about half a minute) …',
    inputs: ['index.html', 'client', 'vite.config.ts', ...commonInputs],
    result: join('dist', 'client', 'index.html'),
    build: () => vite('build'),
  },
  {
    name: 'server',
    sentence: 'Building the server (a few seconds) …',
    inputs: ['server', 'vite.server.config.ts', ...commonInputs],
    result: join('dist', 'server', 'main.js'),
    build: () => vite('build', '--config', 'vite.server.config.ts'),
  },
]

const vite = (...args) =>
  run(process.execPath, [join('node_modules', 'vite', 'bin', 'vite.js'), ...args, '--logLevel', 'warn'])

/** Builds client and server, or what of them is wanted, each unless its sources are those of its last build. */
export async function ensureBuilt(say, wanted = ['client', 'server']) {
  for (const { name, sentence, inputs, result, build } of builds) {
    if (!wanted.includes(name)) continue
    const stampFile = join(root, 'dist', `.${name}-built-from`)
    const fingerprint = fingerprintOf(inputs)
    const isCurrent = existsSync(join(root, result)) && readStamp(stampFile) === fingerprint
    if (isCurrent) continue
    say(sentence)
    await build()
    mkdirSync(dirname(stampFile), { recursive: true })
    writeFileSync(stampFile, fingerprint)
  }
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Hash over the content of files and folders. */
function fingerprintOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => filesBelow(join(root, path)))) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}

/** Runs a command in the project's folder; rejects when it fails. Options as for `spawn`. */
export function run(command, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    child.once('error', failed)
    child.once('exit', (code, signal) =>
      code === 0
        ? done()
        : failed(new Error(`${command} ${args.join(' ')} ended with ${signal ?? `code ${code}`}`)),
    )
  })
}
