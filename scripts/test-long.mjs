// npm run test:long: the long forms of the fault tests, about two hours. Ends by itself; every figure is printed.
//   npm run test:long                 all of them
//   npm run test:long -- crash soak   only files whose name contains a word
// WERKRAUM_SOAK_MINUTES (60), WERKRAUM_FUZZ_SEEDS (1000) and WERKRAUM_LONG_MINUTES (240, then all is given up) change it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, requireNode, root } from './installation.mjs'

const files = [
  'tests/integration/crash.test.ts',
  'tests/integration/faults-frozen-server.test.ts',
  'tests/integration/faults-full-disk.test.ts',
  'tests/integration/faults-cut-log.test.ts',
  'tests/integration/faults-network.test.ts',
  'tests/integration/faults-restart.test.ts',
  'tests/integration/faults-churn.test.ts',
  'tests/integration/faults-soak.test.ts',
  'tests/convergence/',
]
const words = process.argv.slice(2)
const wanted = words.length > 0 ? files.filter((file) => words.some((word) => file.includes(word))) : files
const minutes = Number(process.env.WERKRAUM_LONG_MINUTES ?? 240)

const say = (sentence) => process.stdout.write(`${sentence}\n`)

requireNode()
await ensureInstalled(say)
if (wanted.length === 0) {
  say(`No long test is called ${words.join(' or ')}.`)
  process.exit(1)
}

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
// One file at a time: they measure, and would measure each other
const child = spawn(process.execPath, [vitest, 'run', '--no-file-parallelism', ...wanted], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WERKRAUM_LONG_TESTS: '1', FIGURES: '1' },
})
const giveUp = setTimeout(() => {
  say(`\nGiven up after ${minutes} minutes.`)
  child.kill('SIGTERM')
}, minutes * 60_000)
child.once('exit', (code) => {
  clearTimeout(giveUp)
  process.exitCode = code ?? 1
})
