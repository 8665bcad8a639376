import { limits } from '#shared/base/limits.ts'

/** Why a file is not taken in. */
export interface ImportRefusal {
  code:
    | 'import_unreadable'
    | 'import_too_new'
    | 'import_page_full'
    | 'import_text_too_long'
    | 'import_images_full'
    | 'room_full'
  /** For the log: where in the file, never what stands there. */
  detail: string
  /** For the sentence people read. */
  values?: Record<string, number>
}

export const tooManyImages: ImportRefusal = {
  code: 'import_images_full',
  detail: 'more images than there is space for',
  values: { images: limits.maxImagesPerGroup, mb: limits.maxImageBytesPerGroup / 1024 / 1024 },
}
