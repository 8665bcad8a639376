import { createStore } from 'zustand/vanilla'

/** Whether the board shows what is linked as arrows. For as long as the tab is open, and for this person only. */
export const linkArrowsStore = createStore<{ shown: boolean }>()(() => ({ shown: false }))

export const toggleLinkArrows = () => linkArrowsStore.setState(({ shown }) => ({ shown: !shown }))
