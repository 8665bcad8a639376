import { strFromU8 } from 'fflate'
import { isBrief } from '#shared/report/points.ts'
import type { Packed } from '../zip.ts'
import { inkColour, type OfficeLook } from './styles.ts'

/** Which every computer has: the letters of a slide decide how much fits on it. */
const SLIDE_LETTER = 'Arial'

/**
 * A file of slides as Pandoc wrote it, in our look unless the house has its own, and in their language: Pandoc calls every
 * text English, and a screen reader then reads German so.
 */
export function inSlideLook(
  part: Packed,
  look: Pick<OfficeLook, 'colour' | 'language'>,
  isHouse: boolean,
): Packed {
  const { name, content } = part
  if (!/^ppt\/.*\.xml$/.test(name) || typeof content === 'string') return part
  const language = look.language === 'de' ? 'de-DE' : 'en-GB'
  const text = strFromU8(content)
  if (name.startsWith('ppt/notesSlides/')) return { name, content: spoken(text, language) }
  if (name.startsWith('ppt/slides/')) {
    const slide = spoken(text, language)
    return { name, content: isHouse ? slide : statedLarge(named(atTheLeft(slide))) }
  }
  return isHouse ? part : { name, content: inOurLook(name, text, look.colour, language) }
}

const spoken = (slide: string, language: string) =>
  slide
    .replaceAll('lang="en-US"', `lang="${language}"`)
    .replace(/<a:rPr(?=[\s/>])(?![^>]*\slang=)/g, `<a:rPr lang="${language}"`)

/** What stands below the title begins where the title does; Pandoc's layout has it further in. */
const atTheLeft = (xml: string) =>
  xml.replace(
    /<a:off x="1371600" y="2914650" ?\/><a:ext cx="6400800"/,
    '<a:off x="685800" y="2914650"/><a:ext cx="7772400"',
  )

/** Parts side by side: their names in the house's colour, their words larger than a list. */
function named(slide: string): string {
  if (!/<p:ph idx="2" sz="half" \/>/.test(slide) || slide.includes('<p:pic>')) return slide
  return slide
    .split(/(?=<p:sp>)/)
    .map((shape) => (shape.includes('sz="half"') ? shape.replaceAll('<a:rPr ', '<a:rPr sz="2200" ') : shape))
    .join('')
    .replace(
      /(<a:rPr [^>]*b="1")\s*\/>/g,
      '$1><a:solidFill><a:schemeClr val="accent1"/></a:solidFill></a:rPr>',
    )
}

/** What stands alone on a slide stands there in large letters. */
function statedLarge(slide: string): string {
  const [head = '', ...shapes] = slide.split(/(?=<p:sp>)/)
  const body = (shape: string) => /<p:ph idx="1" \/>/.test(shape)
  const points = shapes.filter(body).flatMap((shape) => shape.match(/(?<=<a:t>)[^<]*/g) ?? [])
  if (!isBrief([points.join('')]) || slide.includes('<p:pic>')) return slide
  return [
    head,
    ...shapes.map((shape) => (body(shape) ? shape.replaceAll('<a:rPr ', '<a:rPr sz="2800" ') : shape)),
  ].join('')
}

function inOurLook(name: string, text: string, colour: string, language: string): string {
  const written = text.replaceAll('lang="en-US"', `lang="${language}"`)
  if (name === 'ppt/theme/theme1.xml') return ourTheme(written, colour)
  if (name === 'ppt/slideMasters/slideMaster1.xml') return ourMaster(written)
  // Beginnings stand at the left, as everything does
  if (!name.startsWith('ppt/slideLayouts/')) return written
  return atTheLeft(written.replaceAll('algn="ctr"', 'algn="l"'))
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

/** The house's colour along the left edge; it says nothing, so it has no words. */
const STRIPE = `<p:sp><p:nvSpPr><p:cNvPr id="90" name="Stripe"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="180000" cy="5143500"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`

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
  return `${before.replace('</p:grpSpPr>', `</p:grpSpPr>${STRIPE}`)}${ours}${points}`
}
