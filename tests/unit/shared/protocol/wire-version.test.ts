import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { downMessageSchema, upMessageSchema } from '#shared/protocol/facilitation-messages.ts'
import { ackTypes, messageTypes, protocolVersion, syncTypes } from '#shared/protocol/wire.ts'

/**
 * What crosses the wire, by version. A line whose version has been released never changes: what two versions understand
 * differently needs a new number, by which an open tab of the old one learns that it has to be loaded again.
 */
const hashes: Record<number, string> = {
  2: 'c35c3494d532474c',
}

it('a changed wire has a new protocol version', () => {
  const schemas = [upMessageSchema, downMessageSchema].map((schema) => z.toJSONSchema(schema))
  const wire = JSON.stringify([messageTypes, syncTypes, ackTypes, ...schemas])
  const hash = createHash('sha256').update(wire).digest('hex').slice(0, 16)
  expect(hash, 'raise protocolVersion and add its hash').toBe(hashes[protocolVersion])
})
