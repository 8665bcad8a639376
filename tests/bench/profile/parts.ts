import type { Profiler } from 'node:inspector'

/** Where time goes, from the outside in. The first part whose pattern fits a function's place or name has it. */
const parts: readonly [part: string, pattern: RegExp][] = [
  ['waiting', /^\(idle\)/],
  ['the profiler itself', /^dispatch$/],
  ['garbage collection', /^\(garbage collector\)/],
  ['presence: reading, cleaning, coalescing', /rooms\/presence/],
  ['scanning and admitting updates', /rooms\/(update-scan|admission|client-bindings)/],
  ['corrections', /rooms\/(corrections|past-values)|shared\/document\//],
  [
    'commit: hand-over to the storage thread',
    /update-log-thread|commit-ticker|^postMessage|node:internal\/(worker|per_context\/messageport)/,
  ],
  ['Yjs: applying, encoding and merging updates', /node_modules\/yjs\//],
  ['reading from sockets', /^onStreamRead|node_modules\/ws\//],
  [
    'writing to sockets',
    /web-socket-peer|^write(Buffer|v|Generic|v?Utf8String)|stream_base_commons|streams\/writable|^Socket\.(_write|write)/,
  ],
  [
    'reading from sockets: Node’s streams',
    /streams\/|node:(net|buffer|events)|node:internal\/buffer|stream_base/,
  ],
  ['rooms: bundles, receipts, limits', /server\/(rooms|socket)\/|shared\/protocol\//],
  ['the event loop and system calls', /^\(program\)|timers|process\/task_queues|node:internal|^\(root\)/],
]
const OTHER = 'everything else'

/** Share of each part, from 0 to 1, of the time not spent waiting; largest first. */
export function sharesOf({
  nodes,
  samples = [],
  timeDeltas = [],
}: Profiler.Profile): [part: string, share: number][] {
  const partOf = partsOfNodes(nodes)
  const micros = new Map<string, number>()
  samples.forEach((id, n) => {
    const part = partOf.get(id) ?? OTHER
    micros.set(part, (micros.get(part) ?? 0) + (timeDeltas[n] ?? 0))
  })
  micros.delete('waiting')
  micros.delete('the profiler itself')
  const total = [...micros.values()].reduce((sum, one) => sum + one, 0)
  return [...micros].map(([part, one]): [string, number] => [part, one / total]).sort((a, b) => b[1] - a[1])
}

/** What belongs to no part by itself (a built-in, a library's helper) belongs to its caller's. */
function partsOfNodes(nodes: Profiler.ProfileNode[]): Map<number, string> {
  const partOf = new Map<number, string>()
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const visit = ({ id, callFrame, children = [] }: Profiler.ProfileNode, callers: string): void => {
    const part = partOfFrame(callFrame) ?? callers
    partOf.set(id, part)
    for (const child of children) visit(byId.get(child)!, part)
  }
  visit(nodes[0]!, OTHER)
  return partOf
}

function partOfFrame({ functionName, url }: Profiler.ProfileNode['callFrame']): string | null {
  const found = parts.find(([, pattern]) => pattern.test(functionName) || (url !== '' && pattern.test(url)))
  return found?.[0] ?? null
}

/** Single functions by their own time, for whoever looks for the next thing to improve. */
export function hottest({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile, count: number): string[] {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const micros = new Map<string, number>()
  samples.forEach((id, n) => {
    const name = names.get(id)!
    micros.set(name, (micros.get(name) ?? 0) + (timeDeltas[n] ?? 0))
  })
  return [...micros]
    .sort((a, b) => b[1] - a[1])
    .slice(0, count)
    .map(([name, one]) => `${(one / 1000).toFixed(0).padStart(7)} ms  ${name}`)
}

const nameOf = ({ functionName, url, lineNumber }: Profiler.ProfileNode['callFrame']) =>
  `${functionName || '(anonymous)'} ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`
