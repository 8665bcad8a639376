import { createContext, useContext } from 'react'

/** Takes the slides of one card home; null where this person takes no files. */
type SlidesOfCard = ((card: { id: string; name: string }) => void) | null

export const SlidesContext = createContext<SlidesOfCard>(null)
export const useSlidesOfCard = (): SlidesOfCard => useContext(SlidesContext)
