import { roadmapPicture } from '#shared/picture/roadmap-picture.ts'
import { roadmapOf, type Roadmap } from '#shared/report/roadmap.ts'
import type { Report } from '#shared/report/report.ts'
import type { Picture } from '#shared/report/tree.ts'
import { counted, wordsIn, type ReportLanguage } from '#shared/report/words.ts'
import { fontFamilies, inOurLetters } from './fonts.ts'
import type { Pictures } from './pdf.ts'
import { pngOf } from './raster.ts'

/** Twice as many pixels as the drawing has units: sharp on paper. */
const PIXELS_PER_UNIT = 2

/**
 * The picture of a roadmap for a document, and its bytes for whoever asks for them: with real text for a PDF, as pixels for word processors.
 * @param called apart from others in the same document
 */
export function drawnRoadmap(
  { steps, entries }: Roadmap,
  language: ReportLanguage,
  extension: 'svg' | 'png',
  called = 'roadmap',
): { picture: Picture; files: () => Pictures } {
  const texts = wordsIn(language).cockpit.roadmap
  const name = `${called}.${extension}`
  const picture: Picture = {
    type: 'picture',
    name,
    alt: counted(entries.length, texts.alt_one, texts.alt_other),
    caption: texts.title,
  }
  return { picture, files }

  function files(): Pictures {
    const places = [...new Set(entries.map(({ groupPlace }) => groupPlace))].sort((a, b) => a - b)
    const inGroups = places.map((place) => entries.filter(({ groupPlace }) => groupPlace === place))
    const { svg, w } = roadmapPicture({
      title: texts.title,
      steps,
      groups: inGroups.map((inside) => ({
        name: inside[0]!.group,
        milestones: inside.map(({ what, when, step, isDone }) => ({
          title: what,
          day: when,
          step: steps.indexOf(step),
          isDone,
        })),
      })),
      doneMark: '✓',
      fontFamily: fontFamilies.map((family) => `'${family}'`).join(', '),
    })
    const drawn = inOurLetters(svg)
    const bytes =
      extension === 'svg' ? new TextEncoder().encode(drawn) : pngOf(drawn, Math.round(w * PIXELS_PER_UNIT))
    return new Map([[name, { bytes, extension }]])
  }
}

/** In the order of the report's groups; null for one that plans nothing. */
export const roadmapsOf = (report: Report, extension: 'svg' | 'png') =>
  report.groups.map((group, n) => {
    const roadmap = roadmapOf({ ...report, groups: [group] })
    return roadmap && drawnRoadmap(roadmap, report.language, extension, `roadmap-${n + 1}`)
  })
