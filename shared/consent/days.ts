import { WIDTHLESS } from '../base/folded-text.ts'

/** In German and English, long, short and in Austria, without their marks. */
const MONTHS = [
  'jan(?:uary?)?|jae?nner',
  'feb(?:ruary?|er)?',
  'mae?rz|mar(?:ch)?|mrz',
  'apr(?:il)?',
  'mai|may',
  'jun[ie]?',
  'jul[iy]?',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[ck]t(?:ober)?',
  'nov(?:ember)?',
  'de[cz](?:ember)?',
]
const BETWEEN = String.raw`\s*[./-]\s*`
const AROUND = String.raw`[\s,./'’-]*`
const OTHER_YEAR = String.raw`(?:19|20)\d\d(?!\d)`

/**
 * Every usual way to write a day, in figures or with the month in words, with the year in four figures, in two or without;
 * "3.2." and "3/2" as well, that may mean something else: rather a figure too many than one too few.
 * @param iso "2026-02-03"
 */
export function dayPattern(iso: string): RegExp {
  const [y = '', month = '', date = ''] = iso.split('-')
  const [d, m] = [date, month].map((part) => `0?${Number(part)}`) as [string, string]
  const year = `(?:${y}|${y.slice(2)})`
  const named = `(?:${MONTHS[Number(month) - 1] ?? month})`
  const orNoYear = String.raw`(?:${AROUND}${year}(?![\p{L}\p{N}])|(?!${AROUND}${OTHER_YEAR})\.?)`
  const ways = [
    `${y}(?:${BETWEEN})?${m}(?:${BETWEEN})?${d}`,
    String.raw`${d}${BETWEEN}${m}(?:${BETWEEN}${year}|(?!${BETWEEN}${OTHER_YEAR}|[./-]\d)\.?)`,
    String.raw`${m}\s*/\s*${d}\s*/\s*${year}`,
    String.raw`${d}(?:st|nd|rd|th|te[nr]?)?[\s./-]*(?:of\s+)?${named}${orNoYear}`,
    String.raw`${named}[\s./-]*(?:the\s+)?${d}(?:st|nd|rd|th)?${orNoYear}`,
  ]
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${ways.join('|')})(?![\p{L}\p{N}])`, 'gu')
}

/** Where a day stands in a text, in UTF-16 units, `end` exclusive; letters count as they do wherever texts are compared. */
export function daysIn(text: string, day: RegExp): { start: number; end: number }[] {
  let letters = ''
  const origins: { start: number; end: number }[] = []
  for (const { 0: sign, index: start } of text.matchAll(/[^]/gu)) {
    const plain = sign.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(WIDTHLESS, '')
    letters += plain.replace(/[\u2010-\u2015\u2212]/g, '-')
    while (origins.length < letters.length) origins.push({ start, end: start + sign.length })
  }
  return [...letters.matchAll(day)].map(({ 0: found, index }) => ({
    start: origins[index]!.start,
    end: origins[index + found.length - 1]!.end,
  }))
}
