import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HttpWebhookSender } from '#server/adapters/web/webhook-sender.ts'
import { mayBeAt, readAllowedHost, type AllowedHost } from '#server/base/allowed-hosts.ts'
import { ownCertificate } from '#tests/support/certificate.ts'
import { WebhookReceiver } from '#tests/support/webhook-receiver.ts'

let receiver: WebhookReceiver
beforeEach(async () => void (receiver = await WebhookReceiver.open()))
afterEach(() => receiver.close())

const allowed = (text: string): AllowedHost => {
  const host = readAllowedHost(text)
  if (!host) throw new Error(`${text} is no host`)
  return host
}
const message = (url: string) => ({ url: new URL(url), headers: { 'webhook-id': 'eins' }, body: '{"a":"ü"}' })
const senderTo = (text: string, resolve?: (name: string) => Promise<string[]>) =>
  new HttpWebhookSender({ hosts: [allowed(text)], answerWithinMs: 300, ...(resolve && { resolve }) })

describe('a message', () => {
  it('arrives as it is, at the host that was named', async () => {
    const end = await senderTo(receiver.origin).send(message(`${receiver.origin}/hooks?stelle=7`))
    expect(end).toEqual({ outcome: 'delivered', status: 204 })
    const [{ path, headers, body }] = receiver.received as [(typeof receiver.received)[0]]
    expect([path, body, headers['webhook-id']]).toEqual(['/hooks?stelle=7', '{"a":"ü"}', 'eins'])
    expect(headers.host).toBe(`localhost:${receiver.port}`)
  })

  it('is refused, redirected or never answered, and nobody goes where a redirect points', async () => {
    const send = () => senderTo(receiver.origin).send(message(`${receiver.origin}/hooks`))
    receiver.answerWith(500)
    expect(await send()).toEqual({ outcome: 'refused', status: 500 })
    receiver.answerWith(307, { location: `${receiver.origin}/woanders` })
    expect(await send()).toEqual({ outcome: 'redirected', status: 307 })
    receiver.answer = null
    expect(await send()).toEqual({ outcome: 'timeout', status: null })
    expect(new Set(receiver.received.map(({ path }) => path))).toEqual(new Set(['/hooks']))
    // Headers without end
    receiver.answer = (response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\n')
      for (let n = 0; n < 40; n++) response.socket?.write(`x-${n}: ${'a'.repeat(1_000)}\r\n`)
    }
    expect(await send()).toEqual({ outcome: 'unreachable', status: null })
  })

  it('goes to no other host, port or protocol than those that are allowed', async () => {
    const sender = senderTo(receiver.origin)
    for (const url of [
      'http://127.0.0.1:1/',
      `https://localhost:${receiver.port}/`,
      `http://127.0.0.1:${receiver.port}/`,
      'http://localhost/',
    ]) {
      expect(await sender.send(message(url))).toEqual({ outcome: 'host', status: null })
    }
    expect(receiver.received).toEqual([])
  })

  it('goes to no address in a private network, whatever the name leads to', async () => {
    const url = `https://rat.example.org:${receiver.port}/`
    for (const address of [
      '127.0.0.1',
      '10.1.2.3',
      '::1',
      '::ffff:127.0.0.1',
      '169.254.169.254',
      'fd00::1',
    ]) {
      const sender = senderTo(`rat.example.org:${receiver.port}`, async () => [address])
      expect([address, await sender.send(message(url))]).toEqual([
        address,
        { outcome: 'address', status: null },
      ])
    }
  })

  it('goes to the address that was looked at, though the name leads elsewhere a moment later', async () => {
    const answers = [['127.0.0.1'], ['127.9.9.9']]
    const sender = senderTo(receiver.origin, async () => answers.shift() ?? [])
    expect(await sender.send(message(`${receiver.origin}/`))).toMatchObject({ outcome: 'delivered' })
    expect(answers).toHaveLength(1)
  })

  it("is handed over to nobody whose certificate no authority vouches for, or that is another name's", async () => {
    const secure = await WebhookReceiver.open(ownCertificate())
    try {
      for (const name of ['127.0.0.1', 'localhost']) {
        const sender = senderTo(`${name}:${secure.port}@127.0.0.0/8`)
        const end = await sender.send(message(`https://${name}:${secure.port}/`))
        expect([name, end]).toEqual([name, { outcome: 'certificate', status: null }])
      }
      expect(secure.received).toEqual([])
    } finally {
      await secure.close()
    }
  })

  it('is not handed over without TLS where TLS was named, nor to a name that nobody knows', async () => {
    const plain = senderTo(`127.0.0.1:${receiver.port}@127.0.0.0/8`)
    expect((await plain.send(message(`https://127.0.0.1:${receiver.port}/`))).outcome).toBe('unreachable')
    const nobody = senderTo('gibt-es-nicht.invalid', async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    })
    expect((await nobody.send(message('https://gibt-es-nicht.invalid/'))).outcome).toBe('unreachable')
    expect(receiver.received).toEqual([])
  })
})

describe('an allowed host', () => {
  it('is at the addresses of its network alone', () => {
    const inside = allowed('rat.stadt.local@10.20.0.0/16')
    expect(mayBeAt(inside, '10.20.7.8')).toBe(true)
    expect(mayBeAt(inside, '10.21.0.1')).toBe(false)
    expect(mayBeAt(inside, '93.184.216.34')).toBe(false)
    expect(mayBeAt(allowed('rat.stadt.local@fd12::/32'), 'fd12::7')).toBe(true)
  })

  it.each([
    ['93.184.216.34', true],
    ['2606:2800:220:1::1', true],
    ['100.64.0.1', false],
    ['172.31.255.1', false],
    ['192.168.1.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['2001:db8::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
    ['fe80::1', false],
    ['::', false],
  ])('without a network may be at %s: %s', (address, may) => {
    expect(mayBeAt(allowed('rat.example.org'), address)).toBe(may)
  })
})
