import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, expect, it } from 'vitest'
import { ownCertificate } from '#tests/support/certificate.ts'
import { MailServer } from '#tests/support/mail-server.ts'
import { program } from '#tests/support/program.ts'

/* Mail over lines that others could read along, against a mail server with a certificate that is made here. */

const certificate = ownCertificate()
const folder = mkdtempSync(join(tmpdir(), 'werkraum-mail-'))
const trusted = join(folder, 'house.pem')
writeFileSync(trusted, certificate.cert)
afterAll(() => rmSync(folder, { recursive: true }))

let post: MailServer
afterEach(() => post.close())

const { entry, execArgv } = program('tests/support/mailer-child.ts')

/** Sends one letter, as a server that was started so. @param login as it stands in the address */
async function sent(login: string, trusts: 'the house' | 'nobody new'): Promise<string> {
  const url = new URL(post.url)
  if (login !== '') [url.username, url.password] = login.split(':') as [string, string]
  const extra = trusts === 'the house' ? { NODE_EXTRA_CA_CERTS: trusted } : {}
  const env = { ...process.env, ...extra }
  const args = [...execArgv, entry, url.href]
  return (await promisify(execFile)(process.execPath, args, { env })).stdout
}

const inTheClear = () => post.said.filter(({ isEncrypted }) => !isEncrypted).map(({ line }) => line)
const login = 'werkraum:geheim%40haus'
const password = Buffer.from('\0werkraum\0geheim@haus').toString('base64')

it('a line that begins in the clear is encrypted before password and letter are said (STARTTLS)', async () => {
  post = await MailServer.open({ tls: 'offered', certificate, wantsLogin: true })
  expect(await sent(login, 'the house')).toBe('sent')
  expect(inTheClear().map((line) => line.split(' ')[0])).toEqual(['EHLO'])
  expect(post.said).toContainEqual({ line: `AUTH PLAIN ${password}`, isEncrypted: true })
  expect(post.received).toMatchObject([
    { subject: 'Grüße', text: 'Zwei Dinge sind offen.\n', isEncrypted: true },
  ])
})

it('without a password it is encrypted where the server offers it, too', async () => {
  post = await MailServer.open({ tls: 'offered', certificate })
  expect(await sent('', 'the house')).toBe('sent')
  expect(post.received).toMatchObject([{ isEncrypted: true }])
})

it('from the first byte where the address says so (smtps)', async () => {
  post = await MailServer.open({ tls: 'always', certificate, wantsLogin: true })
  expect(await sent(login, 'the house')).toBe('sent')
  expect(inTheClear()).toEqual([])
  expect(post.received).toMatchObject([{ isEncrypted: true }])
})

it('a server that nobody vouches for is told no password and given no letter', async () => {
  for (const tls of ['offered', 'always'] as const) {
    post = await MailServer.open({ tls, certificate, wantsLogin: true })
    expect(await sent(login, 'nobody new')).toMatch(/^mail_unavailable E\w+$/)
    expect(post.said.filter(({ line }) => /^(AUTH|MAIL|DATA)/.test(line))).toEqual([])
    expect(post.received).toEqual([])
    if (tls === 'offered') await post.close()
  }
})

it('a server that cannot encrypt is told no password, whatever it asks for', async () => {
  post = await MailServer.open({ wantsLogin: true })
  expect(await sent(login, 'the house')).toMatch(/^mail_unavailable E\w+$/)
  expect(post.said.filter(({ line }) => /^(AUTH|MAIL|DATA)/.test(line))).toEqual([])
})
