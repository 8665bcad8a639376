import Fastify from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { RoomMetrics } from '#server/rooms/metrics.ts'
import { registerMetrics } from '#server/socket/metrics-route.ts'
import { FakeClock } from '#tests/support/fake-clock.ts'

const app = Fastify()
const clock = new FakeClock()
afterEach(() => app.close())

test('the figures are OpenMetrics text, for this machine only', async () => {
  const metrics = new RoomMetrics()
  metrics.connections = 40
  metrics.ackMs.observe(12)
  metrics.ackMs.observe(7_000)
  metrics.refused('room_locked')
  registerMetrics(app, { metrics, clock })
  const answer = await app.inject({ url: '/metrics', remoteAddress: '127.0.0.1' })
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toContain('application/openmetrics-text')
  expect(answer.body).toContain('werkraum_connections 40\n')
  expect(answer.body).toContain('werkraum_people 0\n')
  expect(answer.body).toContain('werkraum_storage_writable 1\n')
  expect(answer.body).toContain('werkraum_ack_seconds_bucket{le="0.02"} 1\n')
  expect(answer.body).toContain('werkraum_ack_seconds_bucket{le="+Inf"} 2\n')
  expect(answer.body).toContain('werkraum_ack_seconds_count 2\n')
  expect(answer.body).toContain('werkraum_refusals_total{code="room_locked"} 1\n')
  expect(answer.body.endsWith('# EOF\n')).toBe(true)

  const fromAfar = await app.inject({ url: '/metrics', remoteAddress: '192.0.2.7' })
  expect(fromAfar.statusCode).toBeGreaterThanOrEqual(400)
  const proxied = { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.7' } }
  expect((await app.inject({ url: '/metrics', ...proxied })).statusCode).toBeGreaterThanOrEqual(400)

  await app.close()
  expect(clock.pendingTimers).toBe(0)
})
