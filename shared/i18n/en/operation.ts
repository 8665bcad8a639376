import type { operation as german } from '../de/operation.ts'

export const operation: typeof german = {
  title: 'Operations',
  intro: 'How this Werkraum is doing right now. Nothing here says who did what.',
  allWell: 'Everything is running.',
  quiet: 'Nobody is working right now. The figures move as soon as somebody opens a room.',
  cannotStore:
    'The server cannot save at the moment. Please check whether the disk is full. What people write stays on their devices and will be sent later.',
  notReady:
    'The server answers but is not ready: accounts and invitations cannot be saved at the moment. Please check the disk and the log.',
  stale: 'The figures are from {{time}}; we keep trying.',
  accountOnly: {
    title: 'Only with an account',
    text: 'These figures are for everybody who has an account on this server. Please log in.',
  },
  facts: {
    version: 'Version {{version}}',
    uptime: 'running for {{duration}}',
    seen: 'as of {{time}}',
  },
  health: {
    title: 'Health',
    live: 'Answers',
    ready: 'Ready',
    storage: 'Saves',
    yes: 'yes',
    no: 'no',
  },
  people: {
    title: 'People',
    people: 'People connected',
    connections: 'Connections',
    connectionsNote: 'each window counts',
    rooms: 'Rooms loaded',
  },
  speed: {
    title: 'Speed',
    ack: 'Until “Saved”',
    commit: 'Writing to disk',
    lag: 'Server delay',
    slowest: 'slowest 5%',
    slowestLag: 'slowest 1%',
    none: 'nothing yet',
  },
  traffic: {
    title: 'Traffic',
    framesIn: 'Messages in',
    framesOut: 'Messages out',
    bytesIn: 'Data in',
    bytesOut: 'Data out',
    perSecond: '{{value}}/s',
  },
  machine: {
    title: 'Machine',
    memory: 'Memory',
    processor: 'Processor',
    processorNote: '100% is one core',
    commitFailures: 'Failed saves',
    presenceDropped: 'Pointer movements left out',
    presenceDroppedNote: 'for slow connections',
    sinceStart: 'since the start',
  },
  refusals: {
    title: 'Refused since the start',
    none: 'Nothing was refused.',
    count: 'Count',
    sentence: 'What people read about it',
    code: 'Code',
  },
  trend: {
    highest: 'at most {{value}}',
    window_one: 'Lines and speed: the last minute.',
    window_other: 'Lines and speed: the last {{count}} minutes.',
    moreThan: 'over {{value}}',
    lessThan: 'under {{value}}',
  },
}
