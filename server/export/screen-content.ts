import { headlineOf } from '#shared/document/artefacts.ts'
import { textIn } from '#shared/document/board-record.ts'
import { outlineOf } from '#shared/document/outline.ts'
import type { Box } from '#shared/document/shape-box.ts'
import type { Gathering } from '#shared/facilitation/place/state.ts'
import { common } from '#shared/picture/extent.ts'
import { pagePicture } from '#shared/picture/page-picture.ts'
import type { ScreenContent, ScreenVote } from '#shared/protocol/screen.ts'
import type { ReportLanguage } from '#shared/report/words.ts'
import { inOurLetters } from './fonts.ts'
import { leavingOf } from './leaving-of.ts'
import type { Material } from './material.ts'
import { imagesOf, isBlank, openForPictures } from './page-pictures.ts'
import { pngsOf } from './raster.ts'

/** What the hall is to see. */
export interface ScreenWanted {
  pageId: string
  /** Part of the page to which the moderation called everybody, in its coordinates; null for all of it. */
  area: Gathering['area']
  step: ScreenContent['step']
  vote: (Omit<ScreenVote, 'names'> & { candidates: readonly string[] }) | null
  language: ReportLanguage
}

/** As many as a projector shows. */
const PICTURE_WIDTH_PX = 1_920

/**
 * Words and picture for the screen in the hall, where anybody may look: only what may leave the group, those words
 * included that a moderator wrote for everybody (docs/consent.md).
 * @throws Error when the group went meanwhile
 */
export async function screenContentOf(
  material: Material,
  { pageId, area, step, vote, language }: ScreenWanted,
): Promise<Omit<ScreenContent, 'content'>> {
  const { documents, withheld, clear } = leavingOf(material, language)
  const { group, asset } = material.groups[0]!
  const { doc, roots, material: drawable } = openForPictures(documents[0]!, withheld, language)
  const flat = roots.board.get(pageId)
  const name = textIn(flat?.get('name'))
  const page = outlineOf(roots, drawable.artefact).find(({ id }) => id === pageId)
  const draw = (imageHref: (id: string) => string | null, part: Box | null = null) =>
    pagePicture(roots, pageId, { ...drawable, imageHref, stamp: '', area: part })

  let picture: ScreenContent['picture'] = null
  if (page && !isBlank(page)) {
    const named = new Set<string>()
    const whole = draw((id) => (named.add(id), null))
    const images = await imagesOf([...named].join(' '), asset)
    const part = area && common(area, whole)
    const drawn = draw((id) => images.get(id) ?? null, part)
    const seen = part ?? drawn
    const inside = { ...seen, x: seen.x - drawn.x, y: seen.y - drawn.y }
    const [png] = pngsOf({ ...drawn, svg: inOurLetters(drawn.svg) }, [inside], PICTURE_WIDTH_PX)
    const href = `data:image/png;base64,${Buffer.from(png!).toString('base64')}`
    picture = { href, w: seen.w, h: seen.h, isPart: part !== null }
  }

  const names = (vote?.candidates ?? []).flatMap((id) => {
    const artefact = drawable.artefact(id)
    return artefact ? [[id, headlineOf(artefact) || drawable.words.kinds[artefact.kind].empty] as const] : []
  })
  doc.destroy()
  return {
    language: material.workshop.language,
    group: clear(group.name),
    page: {
      name,
      question: textIn(flat?.get('m.question')),
      instruction: textIn(flat?.get('m.instruction')),
    },
    step: clear(step),
    vote: vote && {
      question: clear(vote.question),
      trial: vote.trial,
      kind: vote.kind,
      result: clear(vote.result),
      names: Object.fromEntries(names),
    },
    picture,
  }
}
