import * as Y from 'yjs'

type Structs = (Y.GC | Y.Item)[]

/**
 * Makes transactions of a document cheap for their number of authors. Yjs compares, several times in each, the state
 * of every client that was ever there; after two hours of people coming and going those are hundreds, for one moved
 * card. Who is known to write can be told beforehand, and then only they are compared (docs/decisions/0025).
 */
export class NarrowTransactions {
  readonly #doc: Y.Doc
  readonly #clients: NarrowClients

  /** Before the document is first changed. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#clients = new NarrowClients(doc.store.clients)
    doc.store.clients = this.#clients
  }

  /**
   * A transaction in which only these clients and the document itself write; they may delete whatever they like.
   * Answers it once Yjs is done with it.
   */
  run(writers: readonly number[], act: (transaction: Y.Transaction) => void): Y.Transaction {
    const { store, clientID } = this.#doc
    const before = new StateBefore(store, [...writers, clientID])
    return this.#clients.narrowTo(before.keys(), () =>
      this.#doc.transact((transaction) => {
        transaction.beforeState = before
        act(transaction)
        return transaction
      }),
    )
  }
}

/** The structs of all clients, of which only some are shown to whoever lists them. */
class NarrowClients extends Map<number, Structs> {
  #only: Iterable<number> | null = null

  narrowTo<Value>(clients: Iterable<number>, act: () => Value): Value {
    this.#only = [...clients]
    try {
      return act()
    } finally {
      this.#only = null
    }
  }

  override forEach(visit: (structs: Structs, client: number, all: Map<number, Structs>) => void): void {
    if (this.#only === null) return super.forEach(visit)
    for (const client of this.#only) {
      const structs = this.get(client)
      if (structs) visit(structs, client, this)
    }
  }
}

/** State of the writers as it was; that of everybody else is what it still is. */
class StateBefore extends Map<number, number> {
  readonly #store: Y.Doc['store']

  constructor(store: Y.Doc['store'], writers: readonly number[]) {
    super()
    this.#store = store
    for (const client of writers) this.set(client, Y.getState(store, client))
  }

  override get(client: number): number {
    return super.get(client) ?? Y.getState(this.#store, client)
  }
}
