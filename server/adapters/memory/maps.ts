export function copy<Value>(value: Value | undefined): Value | null {
  return value === undefined ? null : structuredClone(value)
}

export function find<Value>(
  map: ReadonlyMap<unknown, Value>,
  matches: (value: Value) => boolean,
): Value | undefined {
  return [...map.values()].find(matches)
}

export function byTimeDown(
  a: { createdAt: number; id: string },
  b: { createdAt: number; id: string },
): number {
  return b.createdAt - a.createdAt || (b.id < a.id ? -1 : 1)
}
