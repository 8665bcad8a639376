// `npm run bench [live|growth|…]`: measurements, written to docs/performance.md. Without a name, all of them in turn.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const all = [
  'live',
  'ratio',
  'profile',
  'disturbance',
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
const [name, ...rest] = process.argv.slice(2)

if (!existsSync(`${root}/tests/bench/peers/node_modules`)) {
  process.stdout.write('Installing the servers to compare with …\n')
  run('npm', ['ci', '--legacy-peer-deps', '--prefix', 'tests/bench/peers'])
}
for (const one of name ? [name] : all) {
  run(process.execPath, ['--import', 'tsx', `tests/bench/${one}/run.ts`, ...rest])
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
