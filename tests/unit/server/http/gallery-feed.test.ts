import { expect, it } from 'vitest'
import { newId } from '#shared/base/ids.ts'
import { publicProfileOf } from '#shared/gallery/public-profile.ts'
import { nameable } from '#shared/base/visible-text.ts'
import { atomFeed } from '#server/http/gallery/feed.ts'

it('a name with signs that XML cannot hold breaks no feed, and is not taken', () => {
  const name = `Wohn\uFFFEgeld\uFFFF \u0001<&>\uD800`
  const entry = {
    ...{ id: newId<never>(), url: 'https://werkraum.example/galerie/1', language: 'de' as const },
    ...{ publishedAt: 0, changedAt: 0, profile: publicProfileOf({ name }) },
  }
  expect(atomFeed([entry], 'de', 'https://werkraum.example')).toContain(
    '<title>Wohngeld &lt;&amp;&gt;</title>',
  )
  expect(nameable('A\uFFFE\uFFFFB')).toBe('AB')
})
