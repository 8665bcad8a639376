// `npm run bench [live|growth|…]`: measurements, written to docs/performance.md. Without a name, all of them in turn.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt, root } from './installation.mjs'

const all = [
  'live',
  'ratio',
  'profile',
  'kinds',
  'disturbance',
  'beside-exports',
  'dearest',
  'ageing',
  'growth',
  'keystroke',
  'board',
  'trail',
  'sample',
  'files',
  'slow-line',
]
/** Those that open the product in a browser. */
const inBrowsers = ['keystroke', 'board', 'slow-line']
const [name, ...rest] = process.argv.slice(2)
const env = { ...process.env }
const wanted = name ? [name] : all
const say = (sentence) => process.stdout.write(`${sentence}\n`)

if (!existsSync(`${root}/tests/bench/peers/node_modules`)) {
  say('Installing the servers to compare with …')
  run('npm', ['ci', '--legacy-peer-deps', '--prefix', 'tests/bench/peers'])
}
await ensureBuilt(say)
if (wanted.some((one) => inBrowsers.includes(one))) env.WERKRAUM_CHROMIUM = await ensureBrowser(say)
for (const one of wanted) {
  run(process.execPath, ['--import', 'tsx', `tests/bench/${one}/run.ts`, ...rest])
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}
