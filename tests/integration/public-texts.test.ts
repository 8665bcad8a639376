import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ClientConfig } from '#shared/protocol/api.ts'
import { HttpInstallation } from '#tests/support/http-installation.ts'

let installation: HttpInstallation

afterEach(async () => installation.close())

const headers = { host: 'werkraum.test', accept: 'text/html' }
const links = async () => {
  const response = await installation.app.inject({ url: '/api/config', headers })
  return response.json<ClientConfig>().publicTexts
}

function write(file: string, text: string): void {
  const folder = join(installation.folder, 'texte')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, file), text)
}

describe('imprint, privacy notice and accessibility statement', () => {
  it('are linked from the moment their file is there, and not before', async () => {
    installation = await HttpInstallation.open()
    expect(await links()).toEqual({ imprint: null, privacy: null, accessibility: null })
    expect((await installation.app.inject({ url: '/impressum', headers })).statusCode).toBe(404)
    write('impressum.md', 'Stadt **Musterhausen**')
    expect(await links()).toEqual({ imprint: '/impressum', privacy: null, accessibility: null })
    const page = await installation.app.inject({ url: '/impressum', headers })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('<h1>Impressum</h1>')
    expect(page.body).toContain('<strong>Musterhausen</strong>')
  })

  it('run nothing and load nothing, whatever the file says', async () => {
    installation = await HttpInstallation.open()
    write(
      'datenschutz.md',
      '# Daten\n\n<script>alert(1)</script> [Klick](javascript:alert(1)) ![Bild](https://evil.example/x.png) <b onclick="x()">a</b>',
    )
    const { body } = await installation.app.inject({ url: '/datenschutz', headers })
    expect(body).toContain('<h1>Daten</h1>')
    expect(body).not.toMatch(/<script|href="javascript:|<img|<b /)
  })

  it('may lie on the operator’s own site', async () => {
    installation = await HttpInstallation.open({ imprintUrl: 'https://stadt.example/impressum' })
    write('impressum.md', 'zählt dann nicht')
    expect((await links()).imprint).toBe('https://stadt.example/impressum')
    const response = await installation.app.inject({ url: '/impressum', headers })
    expect([response.statusCode, response.headers.location]).toEqual([302, 'https://stadt.example/impressum'])
  })
})
