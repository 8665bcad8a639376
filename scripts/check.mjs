// npm run check: format, lint and types, side by side. What is fine says one line, what is not says why.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { requireNode, root } from './installation.mjs'

const checks = [
  { name: 'format', bin: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'lint', bin: 'eslint/bin/eslint.js', args: ['--max-warnings', '0', '.'] },
  { name: 'types', bin: 'typescript/bin/tsc', args: ['-p', '.'] },
]

requireNode()
const results = await Promise.all(checks.map(runCheck))
for (const { name, passed, seconds, output } of results) {
  if (!passed) process.stdout.write(`\n── ${name} ──\n${output}\n`)
  process.stdout.write(`${passed ? 'ok    ' : 'FAILED'} ${name.padEnd(8)} ${seconds} s\n`)
}
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1

function runCheck({ name, bin, args }) {
  const startedAt = performance.now()
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', bin), ...args], { cwd: root })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('exit', (code) =>
      done({
        name,
        passed: code === 0,
        seconds: ((performance.now() - startedAt) / 1000).toFixed(1),
        output,
      }),
    )
  })
}
