import { fileURLToPath } from 'node:url'
import { nodeFlags } from './processes.ts'
import type { WireName } from './wire.ts'

/** A server that takes part in the comparison. */
export interface Contestant {
  name: string
  wire: WireName
  command: string[]
  env?: Record<string, string>
  /** Numbers of rooms (40 people each) to try, rising; the sweep stops after the first that misses the target. */
  rooms: number[]
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const newerNode = at('../peers/node_modules/node/bin/node')

export const contestants: Contestant[] = [
  {
    name: 'y-websocket 2.1',
    wire: 'y-websocket',
    command: [process.execPath, ...nodeFlags, at('../peers/servers/y-websocket.mjs')],
    rooms: [4, 5, 6, 7, 8, 9],
  },
  {
    name: 'Hocuspocus 4.7',
    wire: 'hocuspocus',
    command: [newerNode, ...nodeFlags, at('../peers/servers/hocuspocus.mjs')],
    rooms: [6, 7, 8, 9, 10, 12],
  },
  {
    name: 'Hocuspocus 4.7, flushDelay 50',
    wire: 'hocuspocus',
    command: [newerNode, ...nodeFlags, at('../peers/servers/hocuspocus.mjs')],
    env: { FLUSH_DELAY_MS: '50' },
    rooms: [6, 7, 8, 9, 10, 12],
  },
  {
    name: 'Werkraum',
    wire: 'werkraum',
    command: [process.execPath, ...nodeFlags, '--import', 'tsx', at('./werkraum-server.ts')],
    rooms: [5, 10, 20, 30, 40, 45, 50, 55],
  },
]
