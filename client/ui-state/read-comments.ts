/**
 * Which comments somebody has read in this browser. Nobody else is told: who read what when would be a record of a
 * person's work. Browsers may forbid storage; then it lasts until the tab closes.
 */
export class ReadComments {
  private readonly key: string
  private ids: Set<string>
  /** Whether this browser has noted anything for this person in this room before. */
  isNew: boolean

  constructor(groupId: string, memberId: string) {
    this.key = `werkraum.comments.${groupId}.${memberId}`
    const stored = readIds(this.key)
    this.isNew = stored === null
    this.ids = new Set(stored ?? [])
  }

  has(id: string): boolean {
    return this.ids.has(id)
  }

  /** @param existing ids of all comments there are; what is gone is forgotten */
  add(ids: Iterable<string>, existing: ReadonlySet<string>): void {
    for (const id of ids) this.ids.add(id)
    this.ids = new Set([...this.ids].filter((id) => existing.has(id)))
    this.isNew = false
    keepIds(this.key, [...this.ids])
  }
}

function readIds(key: string): string[] | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string') : null
  } catch {
    return null
  }
}

function keepIds(key: string, ids: readonly string[]): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(ids))
    return true
  } catch {
    return false
  }
}
