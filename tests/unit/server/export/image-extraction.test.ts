import { expect, it } from 'vitest'
import { ImageExtraction } from '#server/export/image-extraction.ts'

const file = {
  format: 'x',
  data: 'stays',
  groups: [
    {
      name: 'A "data": \\ {[',
      assets: [
        { id: '1', data: 'AAAA' },
        { data: 'BBBB', id: '2' },
      ],
      document: { data: 'stays' },
    },
    { assets: [], document: { assets: [{ data: 'stays' }] } },
    { assets: [{ data: '' }] },
  ],
}

function extract(text: string, chunkBytes: number) {
  const images: string[] = []
  let rest = ''
  const extraction = new ImageExtraction(
    {
      begin: () => images.push(''),
      write: (chars) => (images[images.length - 1] += chars.toString('latin1')),
      end: () => undefined,
    },
    (piece) => (rest += piece.toString('latin1')),
  )
  const bytes = Buffer.from(text, 'latin1')
  for (let at = 0; at < bytes.length; at += chunkBytes) extraction.take(bytes.subarray(at, at + chunkBytes))
  return { images, rest }
}

it.each([1, 2, 7, 64, 100_000])(
  'images leave their number behind, wherever a file is cut into pieces of %i',
  (size) => {
    for (const indent of [0, 2]) {
      const { images, rest } = extract(JSON.stringify(file, null, indent), size)
      expect(images).toEqual(['AAAA', 'BBBB', ''])
      const expected = structuredClone(file)
      expected.groups[0]!.assets[0]!.data = '#0'
      expected.groups[0]!.assets[1]!.data = '#1'
      expected.groups[2]!.assets[0]!.data = '#2'
      expect(JSON.parse(rest)).toEqual(expected)
    }
  },
)

it('what is no such file comes out as it went in', () => {
  for (const text of ['', '[', '{"a":', '"\\"', ']]}}', '{"groups":[{"assets":["data"]}]}']) {
    expect(extract(text, 3)).toEqual({ images: [], rest: text })
  }
})
