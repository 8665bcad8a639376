import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { SharedReads } from '#server/socket/shared-reads.ts'

let server: Server
let reads: SharedReads
beforeEach(async () => {
  server = createServer((request, response) => void request.pipe(response))
  reads = new SharedReads(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => server.close())

const port = () => (server.address() as AddressInfo).port

/** Both ends of a connection that has left HTTP. */
async function upgraded(): Promise<{ inner: Socket; outer: Socket }> {
  const upgrading = once(server, 'upgrade') as Promise<[unknown, Socket]>
  const outer = connect(port(), '127.0.0.1')
  outer.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: something\r\n\r\n')
  const [, inner] = await upgrading
  return { inner, outer }
}

const openConnections = () =>
  new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )

describe('reading into one buffer', () => {
  test('offers what was read, and what is taken reaches nobody else', async () => {
    const { inner, outer } = await upgraded()
    const taken: string[] = []
    const onData = vi.fn()
    inner.on('data', onData)
    reads.offer(inner, (bytes, length) => taken.push(Buffer.from(bytes.subarray(0, length)).toString()) > 0)
    outer.write('eins')
    await vi.waitFor(() => expect(taken.join('')).toBe('eins'))
    expect(onData).not.toHaveBeenCalled()
    outer.destroy()
  })

  test('hands on what is not taken, unharmed by the next connection’s bytes', async () => {
    const [one, two] = [await upgraded(), await upgraded()]
    reads.offer(one.inner, () => false)
    one.outer.write('eins')
    await vi.waitFor(() => expect(one.inner.readableLength).toBe(4))
    two.outer.write('zwei')
    await vi.waitFor(() => expect(two.inner.readableLength).toBe(4))
    expect([String(one.inner.read()), String(two.inner.read())]).toEqual(['eins', 'zwei'])
    one.outer.destroy()
    two.outer.destroy()
  })

  test('leaves requests as they are, long bodies included', async () => {
    const body = 'ä'.repeat(500_000)
    const answer = await fetch(`http://127.0.0.1:${port()}`, { method: 'POST', body })
    expect(await answer.text()).toBe(body)
  })

  test('a connection that is gone is no longer counted, so the server can close', async () => {
    const { inner, outer } = await upgraded()
    expect(await openConnections()).toBe(1)
    inner.on('end', () => inner.end())
    inner.resume()
    outer.end()
    await vi.waitFor(async () => expect(await openConnections()).toBe(0))
  })
})
