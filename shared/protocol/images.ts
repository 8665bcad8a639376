import type { AssetId } from '../base/ids.ts'

/** GET /workshops/:workshopId/groups/:groupId/assets answers with all images of a group, oldest first. */
export interface ImageView {
  id: AssetId
  sizeBytes: number
  /** When it was uploaded. */
  createdAt: number
  /** On how many cards and places of the board it is shown. */
  uses: number
}

/** DELETE /workshops/:workshopId/groups/:groupId/assets/:assetId: the image and its copies, for good. */
export interface ErasedImage {
  /** How many groups of the workshop had it. */
  groups: number
  /** From how many cards and places it went. */
  places: number
}
