import { isId, type AssetId, type GroupId, type WorkshopId } from '#shared/base/ids.ts'
import { addressOf, call, Unreachable } from '#client/app/api.ts'
import type { RoomSession } from '#client/session/room-session.ts'
import { limits } from '#shared/base/limits.ts'
import { accepted, refused, type Result } from '#shared/base/result.ts'
import type { ErrorCode } from '#shared/errors/catalogue.ts'
import { Problem } from '#shared/errors/problem.ts'
import type { CopyAssetRequest, UploadedAsset } from '#shared/protocol/api.ts'
import { asStored } from './stored-size.ts'

export const imageTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Why an image was not taken; the words are under `artefacts.image`. */
export type UploadFault =
  'tooLarge' | 'refusedSize' | 'tooDetailed' | 'unreadable' | 'full' | 'wrongType' | 'offline' | 'failed'

/** From when on people are told that the space for images comes to its end. */
const LITTLE_SPACE_BYTES = limits.maxImageBytesPerGroup / 5

interface Upload {
  id: string
  /** Megabytes that are left for images of this group, where they are few. */
  fewMb: number | null
}

/** Stores an image with the room. Nothing refers to it until a card does. */
export async function uploadImage(session: RoomSession, file: File): Promise<Result<Upload, UploadFault>> {
  if (!imageTypes.includes(file.type)) return refused('wrongType')
  if (file.size > limits.maxImageFileBytes) return refused('tooLarge')
  const body = await asStored(file)
  if (body.size > limits.maxImageBytes) return refused('tooLarge')
  try {
    const path = { workshopId: session.workshopId, groupId: session.groupId }
    const { id, leftBytes } = await call<UploadedAsset>('uploadAsset', { path, body })
    const isLittle = leftBytes < LITTLE_SPACE_BYTES
    return accepted({ id, fewMb: isLittle ? Math.floor(leftBytes / 1024 / 1024) : null })
  } catch (error) {
    return refused(faultOf(error))
  }
}

/** `notYours`: this person may not see it in the other group, or it is gone. */
export type CopyFault = UploadFault | 'notYours'

/** Brings an image of another group along; the server copies it. */
export async function copyImage(
  session: RoomSession,
  from: CopyAssetRequest,
): Promise<Result<string, CopyFault>> {
  try {
    const path = { workshopId: session.workshopId, groupId: session.groupId }
    return accepted((await call<UploadedAsset>('copyAsset', { path, body: from })).id)
  } catch (error) {
    return refused(isNotYours(error) ? 'notYours' : faultOf(error))
  }
}

const isNotYours = (error: unknown) =>
  error instanceof Problem && ['not_found', 'forbidden', 'membership_ended'].includes(error.code)

const faults: Partial<Record<ErrorCode, UploadFault>> = {
  image_too_large: 'tooLarge',
  image_too_detailed: 'tooDetailed',
  image_unreadable: 'unreadable',
  images_full: 'full',
  // Its name says a type that may be; what is in it does not
  image_type_unsupported: 'unreadable',
  // A proxy before the server, which has a limit of its own
  request_too_large: 'refusedSize',
}

function faultOf(error: unknown): UploadFault {
  if (error instanceof Unreachable) return 'offline'
  if (!(error instanceof Problem)) return 'failed'
  return faults[error.code] ?? 'failed'
}

export function imageAddress(session: RoomSession, assetId: string): string {
  const { workshopId, groupId } = session
  return addressOf('asset', { path: { workshopId, groupId, assetId } })
}

/** Which image an address of this server means; null for any other. */
export function imageAt(address: string): CopyAssetRequest | null {
  const [, workshopId, groupId, assetId] =
    /^\/api\/workshops\/([^/]+)\/groups\/([^/]+)\/assets\/([^/]+)$/.exec(address) ?? []
  if (!isId(workshopId) || !isId(groupId) || !isId(assetId)) return null
  return { workshopId: workshopId as WorkshopId, groupId: groupId as GroupId, assetId: assetId as AssetId }
}
