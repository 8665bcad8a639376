import { expect, it } from 'vitest'
import type { DrawnPage } from '#server/export/page-pictures.ts'
import { pagePictures, pictureFiles, picturesOfPage } from '#server/export/write-pictures.ts'
import { pixelsOf } from '#server/images/clean-image.ts'

it('no picture has the name of another, also where groups are called alike', () => {
  const page = (group: string) => ({ group, page: 'Ideen' }) as DrawnPage
  const groups = ['Bau/Umwelt', 'Bau Umwelt', 'BAU UMWELT', 'Kita']
  const names = pictureFiles(groups.map(page), 'svg').map(({ name }) => name)
  const bau = ['Bau-Umwelt/01_Ideen.svg', 'Bau-Umwelt/02_Ideen.svg', 'BAU-UMWELT/03_Ideen.svg']
  expect(names).toEqual([...bau, 'Kita/01_Ideen.svg'])
})

it('a tall page comes in parts for word processors, whatever is faint outside of them, and whole elsewhere', () => {
  const faint = '<rect y="350" width="90" height="40" fill="red" stroke="blue" opacity="0.5"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 100 400" width="100" height="400"><rect x="-5" y="-5" width="100" height="400" fill="#fff"/>${faint}</svg>`
  const page = {
    svg,
    x: -5,
    y: -5,
    w: 100,
    h: 400,
    group: 'Kita',
    page: 'Ideen',
    words: ['Kuchen'],
  } as DrawnPage
  const files = pagePictures([page], 'docx')
  const pictures = picturesOfPage(page, 0, 'docx')
  expect(pictures.map(({ name }) => name)).toEqual([...files.keys()])
  expect(pictures.map(({ caption }) => caption).at(-1)).toBe('Kita · Ideen (4/4)')
  expect(pictures.filter(({ alt }) => alt.includes('Kuchen'))).toHaveLength(1)
  for (const { bytes } of files.values()) {
    const { width, height } = pixelsOf(Buffer.from(bytes))!
    expect([width, height < 1.3 * width]).toEqual([2_000, true])
  }
  expect(picturesOfPage(page, 0, 'html')).toHaveLength(1)
})
