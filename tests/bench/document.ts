import { readFileSync, writeFileSync, existsSync } from 'node:fs'
import { cpus } from 'node:os'

/**
 * Figures live in `docs/performance.md` between markers; a run replaces its own part and leaves the rest, so that the
 * explanations around them are written by people.
 */
const FILE = new URL('../../docs/performance.md', import.meta.url)

export function writeSection(name: string, body: string): void {
  const begin = `<!-- begin ${name} -->`
  const end = `<!-- end ${name} -->`
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '# Performance\n'
  const section = `${begin}\n\n${body}\n\n${machine()}\n\n${end}`
  const at = text.indexOf(begin)
  const next =
    at < 0
      ? `${text}\n${section}\n`
      : text.slice(0, at) + section + text.slice(text.indexOf(end) + end.length)
  writeFileSync(FILE, next)
}

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown CPU'
  const day = new Date().toISOString().slice(0, 10)
  return `Measured ${day} on ${cpus().length} × ${model}, Node ${process.versions.node}, loopback.`
}
