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

/** Names what is wrong and what is allowed. The value is shown, because an operator's typo is what helps. */
export function complaintAbout({ env, value, allowed }: WrongOption): string {
  return `${env}="${value}" geht nicht. Erlaubt: ${allowed.de}. / not allowed; allowed: ${allowed.en}.`
}
