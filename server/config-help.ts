import { options, type WrongOption } from './config.ts'

const table = Object.values(options)

/** Text of `--help`. */
export function helpText(): string {
  const entries = table.map(
    (option) =>
      `  ${option.env}${option.default === '' ? '' : ` (${option.default})`}\n` +
      `      ${option.help.de}\n      ${option.help.en}\n      → ${option.allowed.de} / ${option.allowed.en}`,
  )
  return [
    'Werkraum',
    '',
    '  npm start           startet Werkraum / starts Werkraum',
    '  npm start -- --help zeigt diesen Text / shows this text',
    '',
    'Umgebungsvariablen (Vorgabe) / Environment variables (default):',
    '',
    entries.join('\n\n'),
    '',
  ].join('\n')
}

/** The table in `docs/operations.md`; a test compares the two. */
export function optionsTable(): string {
  const rows = table.map(
    (option) =>
      `| \`${option.env}\` | ${option.default === '' ? '–' : `\`${option.default}\``} | ${option.allowed.en} | ${option.help.en} |`,
  )
  return ['| variable | default | allowed | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** What the program is asked on the command line; everything it is told otherwise stands in variables. */
type Asked = { type: 'run'; words: string[] } | { type: 'help' } | { type: 'unknown'; word: string }

/** @param most so many words, as folders or addresses, are expected; options never are, but for `--help` */
export function readWords(words: readonly string[], most: number): Asked {
  if (words.some((word) => word === '--help' || word === '-h')) return { type: 'help' }
  const unknown = words.find((word, n) => word.startsWith('-') || n >= most)
  return unknown === undefined ? { type: 'run', words: [...words] } : { type: 'unknown', word: unknown }
}

export const unknownWord = (word: string): string =>
  `„${word}“ kennt Werkraum nicht. Eingestellt wird über Umgebungsvariablen, z. B. PORT=8080 npm start; --help nennt alle. ` +
  `/ Werkraum does not know “${word}”. Variables of the environment set it up, e.g. PORT=8080 npm start; --help lists them.`

/** Names what is wrong and what is allowed. The value is shown, because an operator's typo is what helps. */
export function complaintAbout({ env, value, allowed }: WrongOption): string {
  return `${env}="${value}" geht nicht. Erlaubt: ${allowed.de}. / not allowed; allowed: ${allowed.en}.`
}
