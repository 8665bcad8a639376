/**
 * Remembers about the last `size` to twice as many answers. Two generations instead of a list by age: a look-up costs
 * one or two map reads, and forgetting nothing but dropping the older map.
 */
export function recentlyUsed<Value>(size: number): (key: string, make: () => Value) => Value {
  let young = new Map<string, Value>()
  let old = new Map<string, Value>()
  return (key, make) => {
    const fresh = young.get(key)
    if (fresh !== undefined) return fresh
    const value = old.get(key) ?? make()
    if (young.size >= size) {
      old = young
      young = new Map()
    }
    young.set(key, value)
    return value
  }
}
