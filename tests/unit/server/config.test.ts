import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { atTerminal, options, readConfig } from '#server/config.ts'
import { complaintAbout, helpText, optionsTable } from '#server/config-help.ts'

const read = (env: Record<string, string>) => {
  const config = readConfig(env)
  if (!config.ok) throw new Error(config.refusal.map(complaintAbout).join('\n'))
  return config.value
}
const wrongIn = (env: Record<string, string>) => {
  const config = readConfig(env)
  return config.ok ? [] : config.refusal.map((wrong) => wrong.env)
}

describe('options', () => {
  it('need nothing: port 3000, all addresses, ./data', () => {
    expect(read({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      dataFolder: resolve('data'),
      publicUrl: null,
      trustedProxies: [],
      logLevel: 'info',
      tldrawLicenseKey: null,
      imprintUrl: null,
      privacyUrl: null,
      accessibilityUrl: null,
      embeddingsUrl: null,
      embeddingsModel: 'bge-m3',
      embeddingsKey: null,
      smtpUrl: null,
      mailFrom: '',
      timeZone: 'Europe/Berlin',
      reminderHour: 7,
      gallery: false,
      webhookHosts: [],
    })
  })

  it('count an empty variable as unset', () => {
    expect(read({ PORT: '', WERKRAUM_DATA: ' ' })).toEqual(read({}))
  })

  it('log warnings only in a terminal, unless a level is set', () => {
    const levelAt = (env: Record<string, string>) => {
      const config = readConfig(atTerminal(env))
      return config.ok ? config.value.logLevel : null
    }
    expect(levelAt({})).toBe('warn')
    expect(levelAt({ WERKRAUM_LOG_LEVEL: ' ' })).toBe('warn')
    expect(levelAt({ WERKRAUM_LOG_LEVEL: 'info' })).toBe('info')
  })

  it('are read in full', () => {
    const config = read({
      PORT: '8080',
      HOST: '127.0.0.1',
      WERKRAUM_DATA: '/srv/werkraum',
      WERKRAUM_PUBLIC_URL: 'https://werkraum.example.org',
      WERKRAUM_TRUST_PROXY: 'loopback, 10.0.0.0/8,fd00::/8',
      WERKRAUM_LOG_LEVEL: 'debug',
      WERKRAUM_TLDRAW_LICENSE_KEY: 'tldraw-2030/abc',
      WERKRAUM_IMPRINT_URL: 'https://stadt.example/impressum',
    })
    expect({ ...config, publicUrl: config.publicUrl?.origin }).toEqual({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: '/srv/werkraum',
      publicUrl: 'https://werkraum.example.org',
      trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8'],
      logLevel: 'debug',
      tldrawLicenseKey: 'tldraw-2030/abc',
      imprintUrl: 'https://stadt.example/impressum',
      privacyUrl: null,
      accessibilityUrl: null,
      embeddingsUrl: null,
      embeddingsModel: 'bge-m3',
      embeddingsKey: null,
      smtpUrl: null,
      mailFrom: '',
      timeZone: 'Europe/Berlin',
      reminderHour: 7,
      gallery: false,
      webhookHosts: [],
    })
  })

  it.each([
    ['PORT', ['abc', '-1', '65536', '3000.5', '0x10', '1e3']],
    ['HOST', ['example.org', '256.0.0.1']],
    ['WERKRAUM_PUBLIC_URL', ['werkraum.example.org', 'ftp://a.de', 'https://a.de/pfad', 'https://a:b@a.de']],
    ['WERKRAUM_TRUST_PROXY', ['yes', '10.0.0.0/33', '10.0.0.1,,', '1.2.3.4/8/8']],
    ['WERKRAUM_LOG_LEVEL', ['laut', 'INFO']],
    ['WERKRAUM_IMPRINT_URL', ['impressum', 'javascript:alert(1)']],
    ['WERKRAUM_TLDRAW_LICENSE_KEY', ['two words', 'schlüssel']],
    ['WERKRAUM_SMTP_URL', ['mail.example.org', 'https://mail.example.org', 'smtp://', 'smtp://a.de/pfad']],
    [
      'WERKRAUM_MAIL_FROM',
      ['werkraum', 'a b@example.org', 'Werkraum <werkraum>', 'a@example.org>', 'A <a@example.org'],
    ],
    ['WERKRAUM_TIME_ZONE', ['Berlin', 'MEZ+1']],
    ['WERKRAUM_REMINDER_HOUR', ['24', '-1', '7:30']],
    [
      'WERKRAUM_WEBHOOK_HOSTS',
      [
        'http://example.org',
        'https://a.de/pfad',
        'a.de,,b.de',
        'a.de@10.0.0.0/33',
        'a:b@a.de',
        'a b.de',
        'http://localhost@10.0.0.0/8',
        'ftp://a.de',
        '*.a.de',
      ],
    ],
  ])('%s refuses what is not allowed', (env, values) => {
    for (const value of values) expect([value, wrongIn({ [env]: value })]).toEqual([value, [env]])
  })

  it('names all wrong values at once, each with what is allowed', () => {
    const config = readConfig({ PORT: 'abc', WERKRAUM_LOG_LEVEL: 'laut' })
    const complaints = config.ok ? [] : config.refusal.map(complaintAbout)
    expect(complaints).toHaveLength(2)
    expect(complaints[0]).toContain('PORT="abc"')
    expect(complaints[0]).toContain('0 bis 65535')
    expect(complaints[1]).toContain('silent, error, warn, info, debug')
  })

  it('send no mail without a sender and an address for its links', () => {
    const server = { WERKRAUM_SMTP_URL: 'smtp://mara:geheim@mail.example.org:25' }
    const sender = { WERKRAUM_MAIL_FROM: 'Werkraum <werkraum@example.org>' }
    const own = { WERKRAUM_PUBLIC_URL: 'https://werkraum.example.org' }
    expect(wrongIn(server)).toEqual(['WERKRAUM_MAIL_FROM', 'WERKRAUM_PUBLIC_URL'])
    expect(wrongIn({ ...server, ...sender })).toEqual(['WERKRAUM_PUBLIC_URL'])
    expect(read({ ...server, ...sender, ...own }).smtpUrl?.hostname).toBe('mail.example.org')
  })

  it('never shows a licence key that was refused', () => {
    const config = readConfig({ WERKRAUM_TLDRAW_LICENSE_KEY: 'geheim und falsch' })
    expect(config.ok ? '' : config.refusal.map(complaintAbout).join()).not.toContain('geheim')
  })

  it('all stand in --help and, word for word, in docs/operations.md', () => {
    for (const { env, help } of Object.values(options)) {
      expect(helpText()).toContain(env)
      expect(helpText()).toContain(help.de)
      expect(helpText()).toContain(help.en)
    }
    const page = readFileSync('docs/operations.md', 'utf8')
    expect(normalised(page)).toContain(normalised(optionsTable()))
  })
})

/** The formatter pads tables. */
const normalised = (markdown: string) => markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---')
