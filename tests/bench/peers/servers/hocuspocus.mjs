import { Server } from '@hocuspocus/server'
import { answerProbes } from '../probe.mjs'

// Everything as it comes, but for the flush delay that the table names.
const flushDelay =
  process.env.FLUSH_DELAY_MS === undefined ? {} : { flushDelay: Number(process.env.FLUSH_DELAY_MS) }
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, stopOnSignals: false, ...flushDelay })
await server.listen()
process.send({ type: 'listening', port: server.address.port })
answerProbes()
