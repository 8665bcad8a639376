import type { TFunction } from 'i18next'
import type { CopyFault } from '#client/artefacts/assets.ts'
import { limits } from '#shared/base/limits.ts'

/** An image that does not lie on the board, and why; without a name where it came from the clipboard. */
export interface RefusedImage {
  name: string
  fault: CopyFault
}

/** All that were refused, reason by reason, as one message: of twenty messages only the last three would be read. */
export function refusedText(t: TFunction, images: readonly RefusedImage[]): string {
  return byFault(images)
    .map(([fault, those]) => {
      const why = whyNot(t, fault, those.length)
      const names = those
        .filter(({ name }) => name !== '')
        .map(({ name }) => t('board.images.named', { name }))
      return names.length > 0 ? t('board.images.refused', { names: names.join(', '), why }) : why
    })
    .join('\n')
}

/** The same of images that cards from another group have left there. */
export function leftBehindText(t: TFunction, faults: readonly CopyFault[]): string {
  return byFault(faults.map((fault) => ({ name: '', fault })))
    .map(([fault, { length: count }]) =>
      t('board.images.leftBehind', { count, why: whyNot(t, fault, count) }),
    )
    .join('\n')
}

function byFault(images: readonly RefusedImage[]): [CopyFault, RefusedImage[]][] {
  const groups = new Map<CopyFault, RefusedImage[]>()
  for (const image of images) groups.set(image.fault, [...(groups.get(image.fault) ?? []), image])
  return [...groups]
}

const whyNot = (t: TFunction, fault: CopyFault, count: number) =>
  t(`board.images.${fault}`, {
    count,
    mb: limits.maxImageBytes / 1024 / 1024,
    megapixels: limits.maxImagePixels / 1_000_000,
  })
