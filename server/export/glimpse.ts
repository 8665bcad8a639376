import { drawnPages } from './page-pictures.ts'
import { leavingOf } from './leaving-of.ts'
import type { Material } from './material.ts'
import { pngOf } from './raster.ts'

/** Wide enough to see how a board fills, small enough that nobody reads it from across a room. */
const WIDTH_PX = 640

/**
 * One page of one group as a small picture, of what may leave the group: overviews are looked at on shared screens.
 * Null where nothing lies on the page.
 */
export async function glimpseOf(material: Material, pageId: string): Promise<string | null> {
  const { language, title } = material.workshop
  const outgoing = leavingOf(material, language)
  const settings = { language, timeZone: 'UTC', exportedAt: 0, title, onlyPage: pageId }
  const [page] = await drawnPages(material.groups[0]!, outgoing.documents[0]!, outgoing, settings)
  return page ? Buffer.from(pngOf(page.svg, WIDTH_PX)).toString('base64') : null
}
