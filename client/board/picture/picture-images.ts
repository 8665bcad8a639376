import { FileHelpers, type SvgExportContext } from 'tldraw'
import { upright } from '#client/artefacts/stored-size.ts'

/** An image of ours as a data URL, so that the picture is complete in itself; null when it cannot be had. */
export async function loadPicture(url: string, context: SvgExportContext): Promise<string | null> {
  const loading = fetch(url, { credentials: 'same-origin' }).then(
    async (response) =>
      response.ok ? FileHelpers.blobToDataUrl(await upright(await response.blob())) : null,
    () => null,
  )
  context.waitUntil(loading.then(() => undefined))
  return loading
}
