/** Addresses of the gallery, without the origin. */
export const GALLERY = '/galerie'

/** @param path below the gallery; '' is its first page @param query what is empty is left out */
export function galleryPath(path: string, query: Record<string, string | number | null> = {}): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === null || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()
  const address = path === '' ? GALLERY : `${GALLERY}/${path}`
  return search === '' ? address : `${address}?${search}`
}
