import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits } from '#shared/base/limits.ts'
import { tellFigure } from '#tests/support/figures.ts'
import { HttpInstallation } from '#tests/support/http-installation.ts'

let installation: HttpInstallation
let port: number
beforeEach(async () => {
  installation = await HttpInstallation.open()
  port = Number(new URL((await installation.listenOnFreePort()).url).port)
})
afterEach(() => installation.close())

async function call(says: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(says)
  socket.resume()
  return socket
}

it('S4: 1,000 callers who say nothing, or never finish, are gone after ten seconds and cost little', async (context) => {
  const heapBefore = process.memoryUsage().rss
  const callers = await Promise.all(
    Array.from({ length: 1000 }, (_, n) => call(n % 2 ? 'GET /api/session HTTP/1.1\r\nHost: x\r\nX-' : '')),
  )
  const startedAt = performance.now()
  // Both ends live in this process.
  const bytesPerCaller = (process.memoryUsage().rss - heapBefore) / callers.length / 2
  await Promise.all(callers.map((socket) => once(socket, 'close')))
  const goneMs = performance.now() - startedAt
  expect(goneMs).toBeLessThan(10_000)
  expect(bytesPerCaller).toBeLessThan(64 * 1024)
  tellFigure(
    context,
    `${callers.length} callers gone after ${(goneMs / 1000).toFixed(1)} s, ${(bytesPerCaller / 1024).toFixed(0)} kB each`,
  )
})

const unfinished = [
  'POST /api/login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 60000',
  'POST /api/invites/accept HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked',
  'POST /api/nothing HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 60000',
  'POST /api/login HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 1000000',
  'POST /api/workshops/import HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100000000',
  'GET /api/config HTTP/1.1\r\nContent-Length: 60000',
]

it('S4: bodies that never end, before anybody is known, cost little and are given up within ten seconds', async (context) => {
  const heapBefore = process.memoryUsage().rss
  const head = `Host: x:${port}\r\nOrigin: http://x:${port}`
  const callers = await Promise.all(
    Array.from({ length: 300 }, (_, n) => {
      const [line, ...headers] = unfinished[n % unfinished.length]!.split('\r\n')
      const chunk = headers.at(-1)!.includes('chunked') ? 'c350\r\n' : ''
      return call([line, head, ...headers, '', chunk + '"'.padEnd(50_000, 'x')].join('\r\n'))
    }),
  )
  const startedAt = performance.now()
  await Promise.all(callers.map((socket) => once(socket, 'close')))
  const goneMs = performance.now() - startedAt
  const bytesPerCaller = (process.memoryUsage().rss - heapBefore) / callers.length / 2
  expect(goneMs).toBeLessThan(13_000)
  expect(bytesPerCaller).toBeLessThan(limits.maxRequestBytes)
  tellFigure(
    context,
    `${callers.length} unfinished bodies given up after ${(goneMs / 1000).toFixed(1)} s, at most ${limits.maxRequestBytes / 1024} kB held each`,
  )
}, 20_000)

it('S3: ten thousand headers are refused', async () => {
  const socket = connect(port, '127.0.0.1')
  const headers = Array.from({ length: 10_000 }, (_, n) => `X-Header-${n}: ${n}\r\n`).join('')
  socket.write(`GET /api/session HTTP/1.1\r\nHost: x\r\n${headers}\r\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toContain(' 431 ')
  socket.destroy()
})
