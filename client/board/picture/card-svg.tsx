import type { SvgExportContext } from 'tldraw'
import { lightColours } from '#shared/layout/card/light-colours.ts'
import { svgElements } from '#shared/layout/card/svg.ts'
import { svgReact } from '#client/kinds/svg-react.ts'
import { isHome, layoutOf } from '../cards/card-face.ts'
import { CARD_FONT } from '../cards/card-fonts.ts'
import type { CardSource } from '../cards/card-room.ts'
import type { CardShape } from '../cards/card-shape.ts'
import { loadPicture } from './picture-images.ts'

const FONT_FAMILY = `'${CARD_FONT}', sans-serif`

/**
 * A card as part of a picture: the drawing of the screen as vector shapes and real text, which can be searched, read
 * out and edited further, with its images inside.
 */
export async function cardSvg(
  room: CardSource,
  { id, parentId, props }: CardShape,
  context: SvgExportContext,
) {
  const artefact = room.session.artefacts.get(props.artefactId)
  if (!artefact)
    return <rect width={props.w} height={props.h} fill="none" stroke={lightColours['line-strong']} />
  const size = { w: props.w, h: Math.max(props.h, room.heldHeight(id)) }
  const { nodes } = layoutOf(room, artefact, size, isHome(room.takes(parentId), artefact.kind))
  const assetIds = nodes.flatMap((node) => (node.type === 'image' ? node.assetId : []))
  const loading = assetIds.map(async (assetId) => {
    return [assetId, await loadPicture(room.imageUrl(assetId), context)] as const
  })
  const images = new Map(await Promise.all(loading))
  const look = {
    colour: (colour: keyof typeof lightColours) => lightColours[colour],
    fontFamily: FONT_FAMILY,
    imageHref: (assetId: string) => images.get(assetId) ?? null,
    idPrefix: id.replace(/\W/g, '-'),
  }
  return <>{svgReact(svgElements(nodes, look))}</>
}
