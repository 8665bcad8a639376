import http from 'node:http'
import { createRequire } from 'node:module'
import { answerProbes } from '../probe.mjs'

// The server as its own bin/server.cjs composes it, on a port of our choosing.
const require = createRequire(import.meta.url)
const { setupWSConnection } = require('y-websocket/bin/utils')
const { Server } = require('ws')

const sockets = new Server({ noServer: true })
sockets.on('connection', setupWSConnection)
const server = http.createServer()
server.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (socket) => sockets.emit('connection', socket, request))
})
server.listen(0, '127.0.0.1', () => process.send({ type: 'listening', port: server.address().port }))
answerProbes()
