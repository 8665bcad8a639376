import { expect, it } from 'vitest'
import type { DrawnPage } from '#server/export/page-pictures.ts'
import { pictureFiles } from '#server/export/write-pictures.ts'

it('no picture has the name of another, also where groups are called alike', () => {
  const page = (group: string) => ({ group, page: 'Ideen' }) as DrawnPage
  const names = pictureFiles([page('Bau/Umwelt'), page('Bau Umwelt'), page('Kita')], 'svg').map(
    ({ name }) => name,
  )
  expect(names).toEqual(['Bau-Umwelt/01_Ideen.svg', 'Bau-Umwelt/02_Ideen.svg', 'Kita/01_Ideen.svg'])
})
