import { createContext, useContext } from 'react'
import type { Home } from '#shared/document/home.ts'

/** What a room knows of the others, for cards that go into the plenum and for those that came from somewhere. */
interface Homes {
  /** Brings cards of this group into the plenum; null where this person does not, or is there already. */
  bring: ((artefactIds: readonly string[]) => void) | null
  /**
   * Address of the room that a card comes from, and how that is called within a sentence (`named`); null where this
   * person may not enter it.
   */
  wayTo: (home: Home) => { address: string; group: string } | null
}

/** Outside of a workshop there are none. */
export const HomesContext = createContext<Homes>({ bring: null, wayTo: () => null })
export const useHomes = (): Homes => useContext(HomesContext)
