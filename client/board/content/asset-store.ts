import type { TLAsset, TLAssetStore } from 'tldraw'
import { Problem } from '#shared/errors/problem.ts'
import { imageAddress, uploadImage } from '#client/artefacts/assets.ts'
import type { RoomSession } from '#client/session/room-session.ts'

const faultCodes = {
  tooLarge: 'image_too_large',
  wrongType: 'image_type_unsupported',
  tooDetailed: 'image_too_detailed',
  unreadable: 'image_unreadable',
  full: 'images_full',
  refusedSize: 'request_too_large',
  offline: 'internal',
  failed: 'internal',
} as const

/** Images on the board are the group's own files. Records hold their address here, never an outside one. */
export function assetStoreOf(session: RoomSession): TLAssetStore {
  return {
    async upload(_asset: TLAsset, file: File) {
      const uploaded = await uploadImage(session, file)
      if (!uploaded.ok) throw new Problem(faultCodes[uploaded.refusal])
      return { src: imageAddress(session, uploaded.value.id) }
    },
    resolve: ({ props }) => (props.src && isOurs(props.src) ? props.src : null),
  }
}

/** Somebody else's client may have written any address into the document; none but ours is ever fetched. */
function isOurs(src: string): boolean {
  if (src.startsWith('data:image/')) return true
  return URL.canParse(src, location.origin) && new URL(src, location.origin).origin === location.origin
}
