import { strFromU8, unzipSync } from 'fflate'
import { zipOf } from '../zip.ts'
import { inkColour, type OfficeLook } from './styles.ts'

/** Which every computer has: the letters of a slide decide how much fits on it. */
const SLIDE_LETTER = 'Arial'

/**
 * Slides as Pandoc wrote them, in our look unless the house has its own, and in their language: Pandoc calls every text
 * English, and a screen reader then reads German so.
 */
export function withSlideLook(
  pptx: Uint8Array,
  look: Pick<OfficeLook, 'colour' | 'language' | 'writtenAt'>,
  isHouse: boolean,
): Uint8Array {
  const language = look.language === 'de' ? 'de-DE' : 'en-GB'
  const files = Object.entries(unzipSync(pptx)).map(([name, content]) => {
    if (!/^ppt\/.*\.xml$/.test(name)) return { name, content }
    const text = strFromU8(content)
    if (/^ppt\/(slides|notesSlides)\//.test(name)) return { name, content: spoken(text, language) }
    return isHouse ? { name, content } : { name, content: inOurLook(name, text, look.colour, language) }
  })
  return zipOf(files, look.writtenAt)
}

const spoken = (slide: string, language: string) =>
  slide
    .replaceAll('lang="en-US"', `lang="${language}"`)
    .replace(/<a:rPr(?=[\s/>])(?![^>]*\slang=)/g, `<a:rPr lang="${language}"`)

function inOurLook(name: string, text: string, colour: string, language: string): string {
  const written = text.replaceAll('lang="en-US"', `lang="${language}"`)
  if (name === 'ppt/theme/theme1.xml') return ourTheme(written, colour)
  if (name === 'ppt/slideMasters/slideMaster1.xml') return ourMaster(written)
  // Beginnings stand at the left, as everything does
  return name.startsWith('ppt/slideLayouts/') ? written.replaceAll('algn="ctr"', 'algn="l"') : written
}

const rgb = (colour: string) => `<a:srgbClr val="${colour.slice(1).toUpperCase()}"/>`

function ourTheme(theme: string, colour: string): string {
  const part = (tag: string, value: string) =>
    [new RegExp(`(<a:${tag}>).*?(</a:${tag}>)`, 's'), `$1${rgb(value)}$2`] as const
  const parts = [part('dk1', inkColour), part('dk2', colour), part('accent1', colour)]
  return parts
    .reduce((text, [from, to]) => text.replace(from, to), theme)
    .replace(/(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*/g, `$1${SLIDE_LETTER}`)
}

/** Titles at the left in the house's colour, letters that the last row reads, and room between points. */
function ourMaster(master: string): string {
  const [before = '', styles = ''] = master.split(/(?=<p:titleStyle>)/)
  const [title = '', body = ''] = styles.split(/(?=<p:bodyStyle>)/)
  const ours = title
    .replace('algn="ctr"', 'algn="l"')
    .replace('sz="3300"', 'sz="2800" b="1"')
    .replace(/<a:schemeClr val="tx1"\s*\/>/, '<a:schemeClr val="accent1"/>')
  const points = body
    .replace('sz="2400"', 'sz="2000"')
    .replace(/<a:spcBef>.*?<\/a:spcBef>/s, '<a:spcBef><a:spcPts val="900"/></a:spcBef>')
  return `${before}${ours}${points}`
}
