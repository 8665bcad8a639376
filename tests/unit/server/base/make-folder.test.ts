import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeFolder } from '#server/base/make-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'werkraum-folder-'))
afterAll(() => rmSync(root, { recursive: true }))

describe('a folder for us alone', () => {
  it('is made with those above it, and left as it is where it is there', () => {
    const folder = join(root, 'a', 'b')
    makeFolder(folder)
    makeFolder(folder)
    expect(statSync(folder).isDirectory()).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  it('is refused where a file has its name, or lies above it', () => {
    const file = join(root, 'file')
    writeFileSync(file, '')
    expect(() => makeFolder(file)).toThrow(/EEXIST/)
    expect(() => makeFolder(join(file, 'inside'))).toThrow(/ENOTDIR/)
  })

  it.skipIf(!existsSync('/proc/self'))('is refused, and not tried for ever, where none can be made', () => {
    expect(() => makeFolder('/proc/none/inside')).toThrow(/ENOENT/)
  })
})
