import { fileURLToPath } from 'node:url'
import { startOptions } from '#tests/support/start-command.ts'
import { nodeCommand, werkraumCommand } from './processes.ts'
import type { WireName } from './wire.ts'

/** A server that takes part in the comparison. */
export interface Contestant {
  name: string
  wire: WireName
  command: string[]
  env?: Record<string, string>
  /** Numbers of rooms (40 people each) to try, rising; it ends after two in a row that miss the target. */
  rooms: number[]
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const newerNode = at('../peers/node_modules/node/bin/node')
const hocuspocus = (flags: readonly string[]) => [
  ...nodeCommand(flags, newerNode),
  at('../peers/servers/hocuspocus.mjs'),
]

/** Each as it comes, and the best of the peers with the options of Node that Werkraum starts with as well. */
export const contestants: Contestant[] = [
  {
    name: 'y-websocket 2.1',
    wire: 'y-websocket',
    command: [...nodeCommand([]), at('../peers/servers/y-websocket.mjs')],
    rooms: [5, 6, 7, 8],
  },
  {
    name: 'Hocuspocus 4.7',
    wire: 'hocuspocus',
    command: hocuspocus([]),
    rooms: [8, 10, 12, 13, 14, 15, 16, 17],
  },
  {
    name: 'Hocuspocus 4.7, flushDelay 50',
    wire: 'hocuspocus',
    command: hocuspocus([]),
    env: { FLUSH_DELAY_MS: '50' },
    rooms: [7, 9, 11, 12, 13, 14, 15],
  },
  {
    name: 'Hocuspocus 4.7, flushDelay 50, our options of Node',
    wire: 'hocuspocus',
    command: hocuspocus(startOptions),
    env: { FLUSH_DELAY_MS: '50' },
    rooms: [9, 11, 13, 15],
  },
  {
    name: 'Werkraum',
    wire: 'werkraum',
    command: werkraumCommand,
    rooms: [5, 30, 50, 60, 65, 70, 75, 80],
  },
]
