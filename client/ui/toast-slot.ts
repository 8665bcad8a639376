import { createStore } from 'zustand/vanilla'

/** Where the view in front wants messages; null: it has no place for them. */
export const toastSlot = createStore<{ element: HTMLElement | null }>()(() => ({ element: null }))
