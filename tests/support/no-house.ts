import type { House } from '#server/export/house.ts'

/** A house without a look of its own. */
export const noHouse: House = {
  template: async () => null,
  paper: async () => ({ colour: null, logo: null }),
}
