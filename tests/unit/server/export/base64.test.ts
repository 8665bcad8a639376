import fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64Of } from '#server/export/write-json.ts'

it('base64 of pieces is that of the whole, however it was cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 20 })), async (pieces) => {
      async function* given() {
        yield* pieces
      }
      let text = ''
      for await (const chars of base64Of(given())) text += chars
      expect(text).toBe(Buffer.concat(pieces).toString('base64'))
    }),
  )
})
